using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Fills what one document leaves open about a resource with what another says.</summary>
internal sealed class ConfigurationMerge
{
    // What names the resource was compared already, and is written in several ways.
    private static readonly ImmutableArray<string> Naming = ["id", "name", "type", "apiVersion"];

    private readonly List<ConfigurationPath> _conflicts = [];

    /// <summary>Gets the places in the first document that the second contradicts.</summary>
    public IReadOnlyList<ConfigurationPath> Conflicts => _conflicts;

    /// <summary>Fills a resource, whatever they disagree about.</summary>
    public static ConfigurationResource Fill(
        ConfigurationResource first, ConfigurationValue body, ConfigurationAnchor anchor) =>
        new ConfigurationMerge().Merge(first, body, anchor, null, null);

    /// <summary>Fills a resource.</summary>
    /// <param name="first">The resource, whose values count where both say something.</param>
    /// <param name="body">The body to fill it from.</param>
    /// <param name="anchor">Where that stands.</param>
    /// <param name="id">The id that it has there, or null.</param>
    /// <param name="condition">Whether it is deployed there.</param>
    public ConfigurationResource Merge(
        ConfigurationResource first,
        ConfigurationValue body,
        ConfigurationAnchor anchor,
        ResourceId? id,
        bool? condition)
    {
        var here = first.Body.Anchor;
        var merged = Merge(first.Body.Value, body, here.Path, anchor, true);
        return new ConfigurationResource(
            first.Type,
            first.Name,
            first.Id ?? id,
            first.Condition ?? condition,
            new ConfigurationNode(merged, here.Path, first.Document));
    }

    private ConfigurationValue Merge(
        ConfigurationValue first,
        ConfigurationValue second,
        ConfigurationPath path,
        ConfigurationAnchor anchor,
        bool isBody = false)
    {
        var place = second.Anchor is null ? anchor : anchor with { Path = second.Anchor.Path };
        if (IsOpen(first))
        {
            return IsOpen(second) ? first : second with { Anchor = place };
        }

        if (IsOpen(second))
        {
            return first;
        }

        path = first.Anchor?.Path ?? path;
        if (first.Kind == ConfigurationNodeKind.Object && second.Kind == ConfigurationNodeKind.Object)
        {
            return MergeMembers(first, second, path, place, isBody);
        }

        if (!AreSame(first, second))
        {
            _conflicts.Add(path);
        }

        return first;
    }

    private ConfigurationValue MergeMembers(
        ConfigurationValue first,
        ConfigurationValue second,
        ConfigurationPath path,
        ConfigurationAnchor anchor,
        bool isBody)
    {
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ConfigurationValue>>();
        var others = new Dictionary<string, KeyValuePair<string, ConfigurationValue>>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in second.Members)
        {
            others.TryAdd(member.Key, member);
        }

        foreach (var (name, value) in first.Members)
        {
            var merged = value;
            if (others.Remove(name, out var other) && !(isBody && Naming.Contains(name)))
            {
                merged = Merge(value, other.Value, path.Member(name), Below(anchor, other.Key));
            }

            members.Add(KeyValuePair.Create(name, merged));
        }

        foreach (var (name, value) in second.Members.Where(member => others.ContainsKey(member.Key)))
        {
            members.Add(KeyValuePair.Create(name, value with { Anchor = Moved(value, Below(anchor, name)) }));
        }

        return ConfigurationValue.Of(members.DrainToImmutable()) with
        {
            Offset = first.Offset,
            Anchor = first.Anchor,
            Parameter = first.Parameter,
        };
    }

    private static ConfigurationAnchor Below(ConfigurationAnchor anchor, string name) =>
        anchor with { Path = anchor.Path.Member(name) };

    private static ConfigurationAnchor Moved(ConfigurationValue value, ConfigurationAnchor anchor) =>
        value.Anchor is null ? anchor : anchor with { Path = value.Anchor.Path };

    private static bool IsOpen(ConfigurationValue value) => value.Kind is
        ConfigurationNodeKind.Absent or ConfigurationNodeKind.Null or ConfigurationNodeKind.Unresolved;

    // Azure's tools write one value in several cases, ids with and without their slash, and regions with blanks.
    private static bool AreSame(ConfigurationValue first, ConfigurationValue second) =>
        first.Kind == ConfigurationNodeKind.Text && second.Kind == ConfigurationNodeKind.Text
            ? string.Equals(first.Text, second.Text, StringComparison.OrdinalIgnoreCase)
                || AreSame(first.Text, second.Text, Region.Read)
                || AreSame(first.Text, second.Text, text => ResourceId.Read(text, Strictness.Lenient))
            : new ConfigurationNode(first, ConfigurationPath.Root, 0).AsBoolean is { } flag
                ? new ConfigurationNode(second, ConfigurationPath.Root, 0).AsBoolean == flag
                : TemplateEquality.Compare(first, second) != false;

    private static bool AreSame<T, TFault>(string first, string second, Func<string, OneOf.OneOf<T, TFault>> read)
        where T : class
        => read(first).TryPickT0(out var left, out _) && read(second).TryPickT0(out var right, out _)
            && left.Equals(right);
}
