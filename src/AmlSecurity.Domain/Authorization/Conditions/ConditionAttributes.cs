using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>What is known of a request beside principal, operation and scope: attributes of the four sources, and the
/// sub-operation.</summary>
/// <remarks>
/// An attribute without a value counts as missing. Equal by content; no order. Immutable, hence safe for concurrent
/// use.
/// </remarks>
public sealed record ConditionAttributes
{
    private readonly ImmutableDictionary<(ConditionSource, string), ImmutableArray<Entry>> _entries;

    private ConditionAttributes(
        ImmutableDictionary<(ConditionSource, string), ImmutableArray<Entry>> entries, string? subOperation)
    {
        _entries = entries;
        SubOperation = subOperation;
    }

    /// <summary>Gets what is known if nothing is.</summary>
    public static ConditionAttributes Empty { get; } =
        new(ImmutableDictionary<(ConditionSource, string), ImmutableArray<Entry>>.Empty, null);

    /// <summary>Gets the sub-operation, such as <c>Blob.List</c>, or null.</summary>
    public string? SubOperation { get; }

    /// <summary>Reads attributes: an object with a member for each source, in it a member for each attribute, whose
    /// value is a string, a number, a Boolean or a list of these; beside the sources <c>subOperation</c>.</summary>
    /// <param name="utf8">The document, in UTF-8.</param>
    /// <param name="strictness">Whether members that mean nothing are passed over.</param>
    /// <returns>The attributes, and a fault with its place for each that could not be read.</returns>
    public static DocumentReading<ConditionAttributes> Read(
        ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        DocumentReader.Read(utf8, strictness, ConditionAttributesReader.Read);

    /// <summary>Adds an attribute, in the place of one of the same name.</summary>
    /// <param name="source">Whose it is.</param>
    /// <param name="name">Its name, as a condition writes it between brackets.</param>
    /// <param name="values">Its values.</param>
    /// <returns>The attributes with this one.</returns>
    /// <exception cref="ArgumentException">The name is none, or a value is null.</exception>
    public ConditionAttributes With(
        ConditionSource source, string name, params ImmutableArray<ConditionValue> values)
    {
        var attribute = new AttributeName(source, name);
        if (values.IsDefault || values.Contains(null!))
        {
            throw new ArgumentException("a value is null", nameof(values));
        }

        var key = (source, attribute.Folded);
        var others = _entries.GetValueOrDefault(key, []).Where(entry => entry.Name != attribute.Bare);
        ImmutableArray<Entry> all = [.. others, new Entry(attribute.Bare, values)];
        return new ConditionAttributes(_entries.SetItem(key, all), SubOperation);
    }

    /// <summary>Names the sub-operation asked for.</summary>
    /// <param name="subOperation">The sub-operation, or null.</param>
    /// <returns>The same attributes with it.</returns>
    public ConditionAttributes WithSubOperation(string? subOperation) => new(_entries, subOperation);

    /// <summary>Finds the values of an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The values; empty if it is missing, or if several names differ from it in nothing but case.</returns>
    public ImmutableArray<ConditionValue> Find(AttributeName attribute)
    {
        ArgumentNullException.ThrowIfNull(attribute);
        if (!_entries.TryGetValue((attribute.Source, attribute.Folded), out var entries))
        {
            return [];
        }

        foreach (var entry in entries)
        {
            var isExact = attribute.IsKeyCaseSensitive
                ? entry.Name.AsSpan().EndsWith(attribute.Key)
                : entry.Name == attribute.Bare;
            if (isExact)
            {
                return entry.Values;
            }
        }

        return entries is [var only] && !attribute.IsKeyCaseSensitive ? only.Values : [];
    }

    /// <summary>Determines whether two hold the same attributes with the same values.</summary>
    /// <param name="other">The other attributes.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(ConditionAttributes? other) =>
        other is not null
        && SubOperation == other.SubOperation
        && _entries.Count == other._entries.Count
        && _entries.All(pair => other._entries.TryGetValue(pair.Key, out var theirs)
            && theirs.Length == pair.Value.Length
            && pair.Value.All(entry => theirs.Any(their => entry.IsSameAs(their))));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SubOperation, _entries.Count);

    /// <summary>Returns how much is known, but not what: values can be anything.</summary>
    /// <returns>One line for a person.</returns>
    public override string ToString() =>
        $"{_entries.Sum(pair => pair.Value.Length)} attributes,"
        + $" {(SubOperation is null ? "no sub-operation" : "a sub-operation")}";

    private sealed class Entry(string name, ImmutableArray<ConditionValue> values)
    {
        public string Name => name;

        public ImmutableArray<ConditionValue> Values => values;

        public bool IsSameAs(Entry other) => name == other.Name && values.SequenceEqual(other.Values);
    }
}
