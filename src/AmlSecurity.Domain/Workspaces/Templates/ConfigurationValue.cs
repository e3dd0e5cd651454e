using System.Collections.Immutable;
using System.Globalization;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>A JSON value, or one that is not known. Knows nothing of its place, so that many places may share
/// it.</summary>
/// <remarks>Sizes are counted as values are put together, because shared parts make a tree far larger than what it
/// takes in memory. Equal by reference.</remarks>
internal sealed record ConfigurationValue
{
    /// <summary>The greatest weight that an expression may make.</summary>
    public const int MaximumWeight = 1 << 20;

    /// <summary>The greatest depth that an expression may make.</summary>
    public const int MaximumDepth = 128;

    private ConfigurationValue(ConfigurationNodeKind kind, string text, long weight)
    {
        Kind = kind;
        Text = text;
        Weight = weight;
    }

    public static ConfigurationValue Absent { get; } = new(ConfigurationNodeKind.Absent, "", 1);

    public static ConfigurationValue Null { get; } = new(ConfigurationNodeKind.Null, "null", 1);

    public static ConfigurationValue True { get; } = new(ConfigurationNodeKind.Boolean, "true", 1);

    public static ConfigurationValue False { get; } = new(ConfigurationNodeKind.Boolean, "false", 1);

    public ConfigurationNodeKind Kind { get; }

    /// <summary>Gets the string, or the scalar as JSON writes it.</summary>
    public string Text { get; }

    public ImmutableArray<ConfigurationValue> Items { get; private init; } = [];

    public ImmutableArray<KeyValuePair<string, ConfigurationValue>> Members { get; private init; } = [];

    public Unresolved? Unresolved { get; private init; }

    /// <summary>Gets whether it or anything in it is not known.</summary>
    public bool HasUnresolved { get; private init; }

    /// <summary>Gets the number of values and characters, each place counted.</summary>
    public long Weight { get; private init; }

    public int Depth { get; private init; }

    public long? Offset { get; init; }

    public ConfigurationParameter? Parameter { get; init; }

    public ConfigurationAnchor? Anchor { get; init; }

    /// <summary>Gets the integer, or null if it is none of 64 bits.</summary>
    public long? Integer => Kind == ConfigurationNodeKind.Number
        && long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Gets the Boolean, or null if it is none.</summary>
    public bool? Flag => Kind == ConfigurationNodeKind.Boolean ? Text == True.Text : null;

    public static ConfigurationValue Of(bool flag) => flag ? True : False;

    public static ConfigurationValue Of(string text) => new(ConfigurationNodeKind.Text, text, text.Length + 1L);

    public static ConfigurationValue Of(long number) => OfNumber(number.ToString(CultureInfo.InvariantCulture));

    public static ConfigurationValue OfNumber(string text) => new(ConfigurationNodeKind.Number, text, text.Length + 1L);

    public static ConfigurationValue Of(ImmutableArray<ConfigurationValue> items)
    {
        var (weight, depth, unresolved) = (1L, 0, false);
        foreach (var item in items)
        {
            weight += item.Weight;
            depth = Math.Max(depth, item.Depth);
            unresolved |= item.HasUnresolved;
        }

        return new ConfigurationValue(ConfigurationNodeKind.Array, "", weight)
        {
            Items = items,
            Depth = depth + 1,
            HasUnresolved = unresolved,
        };
    }

    public static ConfigurationValue Of(ImmutableArray<KeyValuePair<string, ConfigurationValue>> members)
    {
        var (weight, depth, unresolved) = (1L, 0, false);
        foreach (var (name, value) in members)
        {
            weight += name.Length + value.Weight;
            depth = Math.Max(depth, value.Depth);
            unresolved |= value.HasUnresolved;
        }

        return new ConfigurationValue(ConfigurationNodeKind.Object, "", weight)
        {
            Members = members,
            Depth = depth + 1,
            HasUnresolved = unresolved,
        };
    }

    public static ConfigurationValue Of(Unresolved unresolved) => new(ConfigurationNodeKind.Unresolved, "", 1)
    {
        Unresolved = unresolved,
        HasUnresolved = true,
    };

    /// <summary>Returns what is not understood, as Azure would not understand it either.</summary>
    public static ConfigurationValue Faulty(string reason) => Of(new Unresolved("", reason, null, IsFaulty: true));

    /// <summary>Returns the same, not known for the same reason, as another place says it.</summary>
    public ConfigurationValue With(Unresolved unresolved) => this with { Unresolved = unresolved };

    /// <summary>Returns the same for another document, in which its offsets mean nothing.</summary>
    public ConfigurationValue WithoutOffsets() => Kind switch
    {
        ConfigurationNodeKind.Array => Of([.. Items.Select(static item => item.WithoutOffsets())]),
        ConfigurationNodeKind.Object => Of(
            [.. Members.Select(static member => KeyValuePair.Create(member.Key, member.Value.WithoutOffsets()))]),
        _ => this with { Offset = null },
    };

    /// <summary>Finds a member, ignoring case.</summary>
    /// <returns>The member, or <see cref="Absent"/>.</returns>
    public ConfigurationValue Member(string name) => Find(name).Value;

    /// <summary>Finds a member with its name as written, ignoring case.</summary>
    /// <returns>The member, or <see cref="Absent"/> under the name asked for.</returns>
    public KeyValuePair<string, ConfigurationValue> Find(string name)
    {
        foreach (var member in Members)
        {
            if (string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return member;
            }
        }

        return KeyValuePair.Create(name, Absent);
    }

    /// <summary>Returns the string of a member, or null if it is none.</summary>
    public string? TextOf(string name) =>
        Member(name) is { Kind: ConfigurationNodeKind.Text } value ? value.Text : null;

    public bool Equals(ConfigurationValue? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(Kind, Text);
}
