using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Makes two values of any type that are not equal, without its constructors.</summary>
/// <remarks>One is the same object each time, so that types that are equal by reference can be part of others.</remarks>
internal sealed class DistinctValues
{
    private const int Deepest = 4;

    private static readonly Dictionary<Type, (object One, object Other)> Plain = new()
    {
        [typeof(string)] = ("a", "b"),
        [typeof(byte[])] = (new byte[32], Enumerable.Repeat((byte)1, 32).ToArray()),
        [typeof(ImmutableArray<byte>)] = (ImmutableArray.Create(new byte[32]), ImmutableArray.Create<byte>(1, 2, 3, 4)),
    };

    private readonly Dictionary<Type, object?> _ones = [];

    /// <summary>Gets the fields of an object of a type, those of its bases too.</summary>
    public static IEnumerable<FieldInfo> FieldsOf(Type type) => type.BaseType is { } above && above != typeof(object)
        ? FieldsOf(above).Concat(OwnFieldsOf(type))
        : OwnFieldsOf(type);

    /// <summary>Makes a new object all of whose fields have their first value.</summary>
    public object Blank(Type type) => Blank(type, 0);

    /// <summary>Gets the first value; null for what cannot be made.</summary>
    public object? One(Type type) => One(type, 0);

    /// <summary>Tries to get a value that is not equal to the first.</summary>
    public bool TryOther(Type type, out object? other)
    {
        other = null;
        if (Plain.TryGetValue(type, out var plain))
        {
            other = plain.Other;
        }
        else if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            other = One(inner);
        }
        else if (type.IsPrimitive)
        {
            other = Convert.ChangeType(1, type, null);
        }
        else if (type.IsEnum)
        {
            other = Enum.ToObject(type, 1);
        }
        else if (IsImmutableArray(type))
        {
            other = EmptyOf(type);
            return !other!.Equals(One(type));
        }
        else if (type.IsValueType)
        {
            return TryOtherStruct(type, out other);
        }
        else
        {
            // Nothing is not equal to something; but a collection is never nothing.
            return One(type) is not null && !type.Name.StartsWith("Immutable", StringComparison.Ordinal);
        }

        return true;
    }

    private static bool IsImmutableArray(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>);

    private static object? EmptyOf(Type type) =>
        type.GetField("Empty", BindingFlags.Static | BindingFlags.Public)?.GetValue(null);

    private static FieldInfo[] OwnFieldsOf(Type type) => type.GetFields(
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);

    private object? One(Type type, int depth)
    {
        if (!_ones.TryGetValue(type, out var one))
        {
            one = Make(type, depth);
            if (depth < Deepest)
            {
                _ones[type] = one;
            }
        }

        return one;
    }

    private object? Make(Type type, int depth)
    {
        if (Plain.TryGetValue(type, out var plain))
        {
            return plain.One;
        }

        if (Nullable.GetUnderlyingType(type) is not null)
        {
            return null;
        }

        if (type.IsPrimitive || type.IsEnum)
        {
            return RuntimeHelpers.GetUninitializedObject(type);
        }

        if (IsImmutableArray(type) && depth < Deepest && One(type.GetGenericArguments()[0], depth + 1) is { } element)
        {
            return type.GetMethod(nameof(ImmutableArray<int>.Add))!.Invoke(EmptyOf(type), [element]);
        }

        if (type.Name.StartsWith("Immutable", StringComparison.Ordinal))
        {
            return EmptyOf(type);
        }

        if (depth >= Deepest)
        {
            return type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
        }

        if (type.IsAbstract)
        {
            // One without lists, if there is one: it may be what ends a tree.
            var known = type.Assembly.GetTypes()
                .Where(under => !under.IsAbstract && !under.ContainsGenericParameters && under.IsSubclassOf(type))
                .MinBy(under => FieldsOf(under).Count(field => IsImmutableArray(field.FieldType)));
            return known is null ? null : One(known, depth + 1);
        }

        return type.IsArray || type.IsSubclassOf(typeof(Delegate)) ? null : Blank(type, depth);
    }

    private object Blank(Type type, int depth)
    {
        var blank = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var field in FieldsOf(type))
        {
            field.SetValue(blank, field.FieldType == type ? null : One(field.FieldType, depth + 1));
        }

        return blank;
    }

    private bool TryOtherStruct(Type type, out object? other)
    {
        other = Blank(type);
        foreach (var field in FieldsOf(type))
        {
            if (TryOther(field.FieldType, out var value))
            {
                field.SetValue(other, value);
                return true;
            }
        }

        return false;
    }
}
