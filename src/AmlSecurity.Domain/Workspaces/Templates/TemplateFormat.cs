using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The function <c>format</c>, with plain places such as <c>{0}</c>.</summary>
internal static class TemplateFormat
{
    public static ConfigurationValue Apply(ImmutableArray<ConfigurationValue> args)
    {
        if (args[0].Kind != ConfigurationNodeKind.Text)
        {
            return ConfigurationValue.Absent;
        }

        var format = args[0].Text;
        var text = new StringBuilder();
        for (var at = 0; at < format.Length; at++)
        {
            var character = format[at];
            if (character is not ('{' or '}'))
            {
                text.Append(character);
            }
            else if (at + 1 < format.Length && format[at + 1] == character)
            {
                text.Append(character);
                at++;
            }
            else
            {
                var end = character == '{' ? format.IndexOf('}', at) : -1;
                if (end < 0 || Place(format.AsSpan(at + 1, end - at - 1), args) is not { } shown)
                {
                    return ConfigurationValue.Absent;
                }

                text.Append(shown);
                at = end;
            }

            if (text.Length > ConfigurationValue.MaximumWeight)
            {
                return TemplateLists.TooLarge;
            }
        }

        return ConfigurationValue.Of(text.ToString());
    }

    private static string? Place(ReadOnlySpan<char> place, ImmutableArray<ConfigurationValue> args) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < args.Length - 1
            ? TemplateTexts.Show(args[index + 1])
            : null;
}
