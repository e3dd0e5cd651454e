using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Functions on texts.</summary>
internal static class TemplateTexts
{
    /// <summary>Returns what a value is in a text, or null if it cannot be in one.</summary>
    public static string? Show(ConfigurationValue value) => value switch
    {
        { Kind: ConfigurationNodeKind.Text or ConfigurationNodeKind.Number } => value.Text,
        { Flag: { } flag } => flag ? "True" : "False",
        _ => null,
    };

    public static ConfigurationValue Change(ImmutableArray<ConfigurationValue> args, Func<string, string> change) =>
        args[0].Kind == ConfigurationNodeKind.Text
            ? ConfigurationValue.Of(change(args[0].Text))
            : ConfigurationValue.Absent;

    public static ConfigurationValue Split(ImmutableArray<ConfigurationValue> args)
    {
        var separators = args[1].Kind == ConfigurationNodeKind.Array ? args[1].Items : [args[1]];
        return !AreTexts([args[0], .. separators])
            ? ConfigurationValue.Absent
            : ConfigurationValue.Of(
                [.. args[0].Text.Split([.. separators.Select(one => one.Text)], StringSplitOptions.None)
                    .Select(ConfigurationValue.Of)]);
    }

    public static ConfigurationValue Join(ImmutableArray<ConfigurationValue> args)
    {
        if (args[0].Kind != ConfigurationNodeKind.Array || args[1].Kind != ConfigurationNodeKind.Text)
        {
            return ConfigurationValue.Absent;
        }

        if (args[0].HasUnresolved)
        {
            return TemplateLists.NotKnownInside;
        }

        ImmutableArray<string?> parts = [.. args[0].Items.Select(Show)];
        var length = parts.Sum(part => (long)(part?.Length ?? 0) + args[1].Text.Length);
        return parts.Contains(null) ? ConfigurationValue.Absent
            : length > ConfigurationValue.MaximumWeight ? TemplateLists.TooLarge
            : ConfigurationValue.Of(string.Join(args[1].Text, parts));
    }

    public static ConfigurationValue Replace(ImmutableArray<ConfigurationValue> args)
    {
        if (!AreTexts(args) || args[1].Text.Length == 0)
        {
            return ConfigurationValue.Absent;
        }

        var (text, old, next) = (args[0].Text, args[1].Text, args[2].Text);
        return text.Length / old.Length * (long)next.Length > ConfigurationValue.MaximumWeight
            ? TemplateLists.TooLarge
            : ConfigurationValue.Of(text.Replace(old, next, StringComparison.Ordinal));
    }

    public static ConfigurationValue Substring(ImmutableArray<ConfigurationValue> args)
    {
        if (args[0].Kind != ConfigurationNodeKind.Text || args[1].Integer is not { } from)
        {
            return ConfigurationValue.Absent;
        }

        var text = args[0].Text;
        var length = args.Length == 2 ? text.Length - from : args[2].Integer;
        return length is { } taken && from >= 0 && taken >= 0 && from <= text.Length && taken <= text.Length - from
            ? ConfigurationValue.Of(text.Substring((int)from, (int)taken))
            : ConfigurationValue.Absent;
    }

    public static ConfigurationValue PadLeft(ImmutableArray<ConfigurationValue> args)
    {
        const int Longest = 1000;
        var pad = args.Length == 2 ? " " : args[2].Text;
        return args[0].Kind is ConfigurationNodeKind.Text or ConfigurationNodeKind.Number && pad.Length == 1
            && args[1].Integer is >= 0 and <= Longest and { } width
            ? ConfigurationValue.Of(args[0].Text.PadLeft((int)width, pad[0]))
            : ConfigurationValue.Absent;
    }

    // Azure ignores the case here, unlike in `contains` and `equals`.
    public static ConfigurationValue StartsWith(ImmutableArray<ConfigurationValue> args) => AreTexts(args)
        ? ConfigurationValue.Of(args[0].Text.StartsWith(args[1].Text, StringComparison.OrdinalIgnoreCase))
        : ConfigurationValue.Absent;

    public static ConfigurationValue EndsWith(ImmutableArray<ConfigurationValue> args) => AreTexts(args)
        ? ConfigurationValue.Of(args[0].Text.EndsWith(args[1].Text, StringComparison.OrdinalIgnoreCase))
        : ConfigurationValue.Absent;

    public static ConfigurationValue ToText(ImmutableArray<ConfigurationValue> args) =>
        args[0].HasUnresolved ? TemplateLists.NotKnownInside
        : ConfigurationValue.Of(Show(args[0]) ?? TemplateJson.Write(args[0]));

    public static ConfigurationValue ToValue(ImmutableArray<ConfigurationValue> args) =>
        args[0].Kind == ConfigurationNodeKind.Text ? TemplateJson.Read(args[0].Text) : ConfigurationValue.Absent;

    private static bool AreTexts(ImmutableArray<ConfigurationValue> values) =>
        values.All(value => value.Kind == ConfigurationNodeKind.Text);
}
