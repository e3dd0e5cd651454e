using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Resources;

/// <summary>An Azure region, such as <c>eastus2</c>.</summary>
/// <remarks>
/// A name of 1 to 64 ASCII letters and digits; <c>East US 2</c> and <c>eastus2</c> are one region (DEC-18). Whether
/// Azure has it is not checked. Equal by <see cref="Name"/>; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<Region>))]
[TypeConverter(typeof(TextTypeConverter<Region>))]
public sealed record Region : ISpanParsable<Region>
{
    private const int MaxLength = 64;

    private Region(string name) => Name = name;

    /// <summary>Gets the name: lower case, without blanks.</summary>
    public string Name { get; }

    /// <summary>Reads a region's name or display name.</summary>
    /// <param name="text">The text, in any case and with any spaces.</param>
    /// <returns>The region, or why the text is not one.</returns>
    public static OneOf<Region, TextFault<RegionFault>> Read(string? text)
    {
        Span<char> name = stackalloc char[MaxLength];
        var length = 0;
        for (var at = 0; at < (text?.Length ?? 0); at++)
        {
            var character = text![at];
            if (character == ' ')
            {
                continue;
            }

            if (!char.IsAsciiLetterOrDigit(character))
            {
                return new TextFault<RegionFault>(RegionFault.NotOnlyLettersDigitsAndSpaces, at);
            }

            if (length == MaxLength)
            {
                return new TextFault<RegionFault>(RegionFault.TooLong, at);
            }

            name[length++] = char.ToLowerInvariant(character);
        }

        return length == 0
            ? new TextFault<RegionFault>(RegionFault.Empty, 0)
            : new Region(name[..length].ToString());
    }

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    static Region IParsable<Region>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<Region>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Region result) =>
        TextValue.TryParse(s, Read, out result);

    static Region ISpanParsable<Region>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<Region>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out Region result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
