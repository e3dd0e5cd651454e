using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Says what is left of an expression that is not known.</summary>
internal static class TemplateResidues
{
    private const string Concat = "concat";

    private static ConfigurationValue Slash { get; } = ConfigurationValue.Of("/");

    /// <summary>Returns a value that is not known because some of others are not.</summary>
    public static ConfigurationValue Unknown(ImmutableArray<ConfigurationValue> parts, string? residue)
    {
        var unresolved = parts.Where(part => part.Unresolved is not null).ToList();
        var reason = unresolved.Find(part => part.Unresolved!.IsFaulty) ?? unresolved[0];
        var parameter = unresolved.Select(part => part.Parameter).FirstOrDefault(stems => stems is { IsSecure: true })
            ?? reason.Parameter;
        var isFaulty = reason.Unresolved!.IsFaulty;
        return ConfigurationValue.Of(
            new Unresolved("", reason.Unresolved.Reason, isFaulty ? null : residue, IsFaulty: isFaulty)) with
        {
            Parameter = parameter,
        };
    }

    /// <summary>Writes a call with everything known put in.</summary>
    /// <returns>The text, or null if it would be too long or not tell one value from another.</returns>
    public static string? Of(string function, ImmutableArray<ConfigurationValue> arguments)
    {
        var isConcat = function == Concat;
        var text = new StringBuilder(function).Append('(');
        foreach (var argument in arguments)
        {
            if (Of(argument) is not { } part)
            {
                return null;
            }

            Append(text, isConcat ? Inside(part) : part, isConcat);
            if (text.Length > Unresolved.LongestResidue)
            {
                return null;
            }
        }

        return text.Append(')').ToString();
    }

    /// <summary>Writes names joined by slashes, as <c>concat</c> would join them.</summary>
    public static string? OfNames(ImmutableArray<ConfigurationValue> names) =>
        Of(Concat, [.. names.SelectMany(name => new[] { Slash, name }).Skip(1)]);

    private static string? Of(ConfigurationValue value) => value switch
    {
        { Unresolved.Residue: var residue } when value.Unresolved is not null => residue,
        { HasUnresolved: true } or { Weight: > Unresolved.LongestResidue } => null,
        _ => TemplateJson.Write(value),
    };

    // One text may be put together in many ways: the parts of a part stand beside the others, and known texts that
    // stand side by side are one. Only a text ends in a quote.
    private static void Append(StringBuilder text, string part, bool isConcat)
    {
        if (isConcat && text[^1] == '"' && part.StartsWith('"'))
        {
            text.Length--;
            text.Append(part, 1, part.Length - 1);
        }
        else
        {
            text.Append(text[^1] == '(' ? "" : ",").Append(part);
        }
    }

    private static string Inside(string part) =>
        part.StartsWith("concat(", StringComparison.Ordinal) ? part[7..^1] : part;
}
