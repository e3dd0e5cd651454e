using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The name of a model, an image, a web service or a compute target in a workspace; that of a model or image
/// with its version, such as <c>churn:3</c>.</summary>
/// <remarks>
/// 1 to 255 ASCII letters, digits, dashes, underscores, dots and colons, a letter or digit first. Equal ordinally; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<AssetName>))]
[TypeConverter(typeof(TextTypeConverter<AssetName>))]
public sealed record AssetName : ISpanParsable<AssetName>
{
    private const int MaximumLength = 255;

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-._:0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private AssetName(string text) => Text = text;

    /// <summary>Gets the name as it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The name, or why the text is not one.</returns>
    public static OneOf<AssetName, TextFault<AssetNameFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<AssetNameFault>(AssetNameFault.Empty, 0);
        }

        if (text.Length > MaximumLength)
        {
            return new TextFault<AssetNameFault>(AssetNameFault.TooLong, MaximumLength);
        }

        if (text.AsSpan().IndexOfAnyExcept(Allowed) is var bad and >= 0)
        {
            return new TextFault<AssetNameFault>(AssetNameFault.WithACharacterThatNoNameHas, bad);
        }

        return char.IsAsciiLetterOrDigit(text[0])
            ? new AssetName(text)
            : new TextFault<AssetNameFault>(AssetNameFault.WithAFirstCharacterThatIsNoLetterOrDigit, 0);
    }

    /// <summary>Returns the name as it was written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static AssetName IParsable<AssetName>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<AssetName>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AssetName result) =>
        TextValue.TryParse(s, Read, out result);

    static AssetName ISpanParsable<AssetName>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<AssetName>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out AssetName result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
