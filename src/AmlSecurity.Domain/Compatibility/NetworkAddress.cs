using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>An IPv4 address, such as <c>10.0.0.10</c>.</summary>
/// <remarks>
/// Four decimal numbers from 0 to 255, none with a zero before it. Equal by the address; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<NetworkAddress>))]
[TypeConverter(typeof(TextTypeConverter<NetworkAddress>))]
public sealed record NetworkAddress : ISpanParsable<NetworkAddress>
{
    private NetworkAddress(uint value) => Value = value;

    internal uint Value { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The address, or why the text is not one.</returns>
    public static OneOf<NetworkAddress, TextFault<AddressFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<AddressFault>(AddressFault.Empty, 0);
        }

        return AddressReader.Read(text, out var end, out var value) && end == text.Length
            ? new NetworkAddress(value)
            : new TextFault<AddressFault>(AddressFault.NotFourNumbersFrom0To255, end);
    }

    /// <summary>Returns the address.</summary>
    /// <returns>The four numbers.</returns>
    public override string ToString() => AddressReader.Write(Value);

    static NetworkAddress IParsable<NetworkAddress>.Parse(string s, IFormatProvider? provider) =>
        TextValue.Parse(s, Read);

    static bool IParsable<NetworkAddress>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out NetworkAddress result) =>
        TextValue.TryParse(s, Read, out result);

    static NetworkAddress ISpanParsable<NetworkAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<NetworkAddress>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out NetworkAddress result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
