using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The id of a run (FLOW-10).</summary>
/// <remarks>1 to 256 ASCII letters, digits, dashes, underscores and dots. Equal ordinally; no order. Immutable, hence
/// safe for concurrent use.</remarks>
[JsonConverter(typeof(TextJsonConverter<RunId>))]
[TypeConverter(typeof(TextTypeConverter<RunId>))]
public sealed record RunId : ISpanParsable<RunId>
{
    private const int MaximumLength = 256;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private RunId(string text) => Text = text;

    /// <summary>Gets the id as text.</summary>
    public string Text { get; }

    /// <summary>Reads an id.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<RunId, TextFault<RunIdFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<RunIdFault>(RunIdFault.Empty, 0);
        }

        if (text.Length > MaximumLength)
        {
            return new TextFault<RunIdFault>(RunIdFault.TooLong, MaximumLength);
        }

        var bad = text.AsSpan().IndexOfAnyExcept(Allowed);
        return bad < 0 ? new RunId(text) : new TextFault<RunIdFault>(RunIdFault.WithACharacterThatNoRunIdHas, bad);
    }

    /// <summary>Returns the id as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static RunId IParsable<RunId>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<RunId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RunId result) =>
        TextValue.TryParse(s, Read, out result);

    static RunId ISpanParsable<RunId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<RunId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out RunId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
