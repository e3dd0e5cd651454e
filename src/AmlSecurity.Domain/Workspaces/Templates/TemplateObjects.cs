using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions that make objects.</summary>
internal static class TemplateObjects
{
    public static ConfigurationValue Create(ImmutableArray<ConfigurationValue> args)
    {
        if (args.Length % 2 != 0)
        {
            return ConfigurationValue.Absent;
        }

        var names = args.Where((_, at) => at % 2 == 0).ToImmutableArray();
        if (names.Any(name => name.Unresolved is not null))
        {
            return TemplateResidues.Unknown(names, null);
        }

        return names.All(name => name.Kind == ConfigurationNodeKind.Text)
            ? Merge(args.Chunk(2).Select(pair => KeyValuePair.Create(pair[0].Text, pair[1])), (_, next) => next)
            : ConfigurationValue.Absent;
    }

    /// <summary>Unites lists, each element once, or objects, in which the last value of a name counts.</summary>
    public static ConfigurationValue Union(ImmutableArray<ConfigurationValue> args) =>
        args.Sum(value => value.Weight) > ConfigurationValue.MaximumWeight ? TemplateLists.TooLarge
        : args.All(value => value.Kind == ConfigurationNodeKind.Object) ? args.Skip(1).Aggregate(args[0], Unite)
        : args.All(value => value.Kind == ConfigurationNodeKind.Array) ? UniteLists(args)
        : ConfigurationValue.Absent;

    // An object goes into another; into what may be one, nobody knows with what result.
    private static ConfigurationValue Unite(ConfigurationValue first, ConfigurationValue second) =>
        (first.Kind, second.Kind) switch
        {
            (ConfigurationNodeKind.Object, ConfigurationNodeKind.Object) =>
                Merge(first.Members.Concat(second.Members), Unite),
            (ConfigurationNodeKind.Unresolved, ConfigurationNodeKind.Object) => first,
            _ => second,
        };

    private static ConfigurationValue UniteLists(ImmutableArray<ConfigurationValue> lists)
    {
        const int Longest = 1000;
        if (lists.Sum(list => list.Items.Length) > Longest)
        {
            return TemplateLists.TooLarge;
        }

        var items = new List<ConfigurationValue>();
        foreach (var item in lists.SelectMany(list => list.Items))
        {
            var matches = items.ConvertAll(known => TemplateEquality.Compare(known, item));
            if (matches.Contains(true))
            {
                continue;
            }

            if (matches.Contains(null))
            {
                return TemplateLists.NotKnownInside;
            }

            items.Add(item);
        }

        return ConfigurationValue.Of([.. items]);
    }

    private static ConfigurationValue Merge(
        IEnumerable<KeyValuePair<string, ConfigurationValue>> members,
        Func<ConfigurationValue, ConfigurationValue, ConfigurationValue> unite)
    {
        var merged = new List<KeyValuePair<string, ConfigurationValue>>();
        var positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members)
        {
            if (positions.TryAdd(name, merged.Count))
            {
                merged.Add(KeyValuePair.Create(name, value));
            }
            else
            {
                var at = positions[name];
                merged[at] = KeyValuePair.Create(merged[at].Key, unite(merged[at].Value, value));
            }
        }

        return ConfigurationValue.Of([.. merged]);
    }
}
