using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Lists where a type can change after it is made, or lets somebody else change it.</summary>
internal static class Immutability
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> HelpersOfCollections =
    [
        typeof(KeyValuePair<,>), typeof(IComparer<>), typeof(Comparer<>), typeof(IEqualityComparer<>),
        typeof(EqualityComparer<>),
    ];

    /// <summary>Lists setters that anybody may call; <c>init</c> is one where a factory makes the values.</summary>
    public static IEnumerable<string> Setters(Type type) =>
        from property in type.GetProperties(Everything)
        let setter = property.SetMethod
        where setter is { IsPublic: true } && (!IsInit(setter) || IsMadeByFactory(type))
        select $"{type}.{property.Name} can be set";

    /// <summary>Lists public fields that are neither constant nor read-only.</summary>
    public static IEnumerable<string> PublicFields(Type type) =>
        from field in type.GetFields(Everything)
        where field.IsPublic && !field.IsInitOnly && !field.IsLiteral && !(type.IsEnum && field.IsSpecialName)
        select $"{type}.{field.Name} is a public field";

    /// <summary>Lists static fields that can be replaced, or whose content can.</summary>
    public static IEnumerable<string> StaticState(Type type) =>
        from field in type.GetFields(Everything)
        where field.IsStatic && !field.IsLiteral && !IsOfTheCompiler(type)
        where !field.IsInitOnly || IsMutable(field.FieldType)
        select $"{type}.{field.Name} is static state ({field.FieldType})";

    /// <summary>Lists public properties that hand out a collection which is not immutable by its type.</summary>
    public static IEnumerable<string> HandedOutCollections(Type type) =>
        from property in type.GetProperties(Everything)
        where property.GetMethod is { IsPublic: true } && IsMutable(property.PropertyType)
        select $"{type}.{property.Name} hands out a {property.PropertyType}";

    /// <summary>Lists records with an immutable array whose equality the compiler wrote: it compares references.</summary>
    public static IEnumerable<string> EqualityByReference(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", Everything) is { } print && IsGenerated(print);
        var holdsArrays = type.GetFields(Everything)
            .Any(field => !field.IsStatic && HoldsImmutableArray(field.FieldType));
        if (!isRecord || !holdsArrays)
        {
            return [];
        }

        var equals = type.GetMethod(nameof(Equals), Everything, [type]);
        var hash = type.GetMethod(nameof(GetHashCode), Everything, []);
        return new[] { equals, hash }
            .Where(method => method is null || IsGenerated(method))
            .Select(_ => $"{type} leaves equality to the compiler");
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // A value type always has its default, so that only its declared constructors count.
    private static bool IsMadeByFactory(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).Length == 0
        && type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Length > 0;

    // The compiler keeps delegates and literal data in static fields of types and fields with names nobody can write.
    private static bool IsOfTheCompiler(Type type) =>
        type.Name.StartsWith('<') || (type.DeclaringType is { } outer && IsOfTheCompiler(outer));

    private static bool IsGenerated(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), false);

    private static bool HoldsImmutableArray(Type type) =>
        type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            || (Nullable.GetUnderlyingType(type) is { } inner && HoldsImmutableArray(inner)));

    private static bool IsMutable(Type type) =>
        type.IsArray
        || type == typeof(System.Text.StringBuilder)
        || (type.Namespace is "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent"
                or "System.Collections.ObjectModel"
            && !(type.IsGenericType && HelpersOfCollections.Contains(type.GetGenericTypeDefinition())))
        || typeof(Stream).IsAssignableFrom(type)
        || (type.IsGenericType && !IsFunction(type) && type.GetGenericArguments().Any(IsMutable));

    // What a function takes or gives is its caller's own.
    private static bool IsFunction(Type type) => typeof(Delegate).IsAssignableFrom(type);
}
