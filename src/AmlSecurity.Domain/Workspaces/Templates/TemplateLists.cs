using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions on what has a length: texts, lists and objects.</summary>
internal static class TemplateLists
{
    public static ConfigurationValue NotKnownInside { get; } =
        ConfigurationValue.Of(new Unresolved("", "a part of the value is not known", null));

    public static ConfigurationValue TooLarge { get; } =
        ConfigurationValue.Of(new Unresolved("", "the value is too large", null));

    public static ConfigurationValue Concat(ImmutableArray<ConfigurationValue> args)
    {
        if (args.Sum(value => value.Weight) > ConfigurationValue.MaximumWeight)
        {
            return TooLarge;
        }

        if (args.All(value => value.Kind == ConfigurationNodeKind.Array))
        {
            return ConfigurationValue.Of([.. args.SelectMany(list => list.Items)]);
        }

        ImmutableArray<string?> parts = [.. args.Select(TemplateTexts.Show)];
        return parts.Contains(null) ? ConfigurationValue.Absent : ConfigurationValue.Of(string.Concat(parts));
    }

    public static ConfigurationValue Contains(ImmutableArray<ConfigurationValue> args)
    {
        var (container, item) = (args[0], args[1]);
        switch (container.Kind)
        {
            case ConfigurationNodeKind.Text when TemplateTexts.Show(item) is { } text:
                return ConfigurationValue.Of(container.Text.Contains(text, StringComparison.Ordinal));
            case ConfigurationNodeKind.Object when item.Kind == ConfigurationNodeKind.Text:
                return ConfigurationValue.Of(container.Member(item.Text).Kind != ConfigurationNodeKind.Absent);
            case ConfigurationNodeKind.Array:
                ImmutableArray<bool?> matches = [.. container.Items.Select(one => TemplateEquality.Compare(one, item))];
                return matches.Contains(true) ? ConfigurationValue.True
                    : matches.Contains(null) ? NotKnownInside
                    : ConfigurationValue.False;
            default:
                return ConfigurationValue.Absent;
        }
    }

    public static ConfigurationValue IndexOf(ImmutableArray<ConfigurationValue> args)
    {
        var (container, item) = (args[0], args[1]);
        if (container.Kind == ConfigurationNodeKind.Text && item.Kind == ConfigurationNodeKind.Text)
        {
            return ConfigurationValue.Of(
                (long)container.Text.IndexOf(item.Text, StringComparison.OrdinalIgnoreCase));
        }

        if (container.Kind != ConfigurationNodeKind.Array)
        {
            return ConfigurationValue.Absent;
        }

        foreach (var (at, one) in container.Items.Index())
        {
            if (TemplateEquality.Compare(one, item) is not false and var match)
            {
                return match is null ? NotKnownInside : ConfigurationValue.Of((long)at);
            }
        }

        return ConfigurationValue.Of(-1L);
    }

    public static ConfigurationValue IsEmpty(ImmutableArray<ConfigurationValue> args) =>
        args[0].Kind == ConfigurationNodeKind.Null ? ConfigurationValue.True
        : CountOf(args[0]) is { } count ? ConfigurationValue.Of(count == 0)
        : ConfigurationValue.Absent;

    public static ConfigurationValue Length(ImmutableArray<ConfigurationValue> args) =>
        CountOf(args[0]) is { } count ? ConfigurationValue.Of((long)count) : ConfigurationValue.Absent;

    public static ConfigurationValue End(ImmutableArray<ConfigurationValue> args, bool isFirst) => args[0] switch
    {
        { Kind: ConfigurationNodeKind.Array, Items.IsEmpty: true } => ConfigurationValue.Null,
        { Kind: ConfigurationNodeKind.Array } list => isFirst ? list.Items[0] : list.Items[^1],
        { Kind: ConfigurationNodeKind.Text, Text: "" } => args[0],
        { Kind: ConfigurationNodeKind.Text } text => ConfigurationValue.Of(isFirst ? text.Text[..1] : text.Text[^1..]),
        _ => ConfigurationValue.Absent,
    };

    public static ConfigurationValue Part(ImmutableArray<ConfigurationValue> args, Func<int, Range> part)
    {
        if (args[0].Kind is not (ConfigurationNodeKind.Array or ConfigurationNodeKind.Text)
            || args[1].Integer is not { } asked)
        {
            return ConfigurationValue.Absent;
        }

        var range = part((int)Math.Clamp(asked, 0, CountOf(args[0])!.Value));
        return args[0].Kind == ConfigurationNodeKind.Text
            ? ConfigurationValue.Of(args[0].Text[range])
            : ConfigurationValue.Of(args[0].Items[range]);
    }

    public static ConfigurationValue ToArray(ImmutableArray<ConfigurationValue> args) => args[0].Kind switch
    {
        ConfigurationNodeKind.Array => args[0],
        ConfigurationNodeKind.Unresolved => TemplateResidues.Unknown(args, null),
        _ => ConfigurationValue.Of([args[0]]),
    };

    private static int? CountOf(ConfigurationValue value) => value.Kind switch
    {
        ConfigurationNodeKind.Text => value.Text.Length,
        ConfigurationNodeKind.Array => value.Items.Length,
        ConfigurationNodeKind.Object => value.Members.Length,
        _ => null,
    };
}
