using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>A range of IPv4 addresses in CIDR notation, such as <c>10.0.0.0/16</c>.</summary>
/// <remarks>
/// An address and the length of its prefix, 0 to 32. Any address of the range may name it, as <c>172.17.0.1/16</c> does
/// for a Docker bridge; the first one is kept. Equal by first address and length; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<AddressRange>))]
[TypeConverter(typeof(TextTypeConverter<AddressRange>))]
public sealed record AddressRange : ISpanParsable<AddressRange>
{
    private const uint MaxPrefix = 32;

    private readonly uint _first;

    private AddressRange(uint address, int prefixLength)
    {
        PrefixLength = prefixLength;
        _first = address & Mask;
    }

    /// <summary>Gets the length of the prefix in bits.</summary>
    public int PrefixLength { get; }

    /// <summary>Gets the number of addresses.</summary>
    public long Count => 1L << ((int)MaxPrefix - PrefixLength);

    // A shift by 32 would be one by 0.
    private uint Mask => PrefixLength == 0 ? 0 : uint.MaxValue << ((int)MaxPrefix - PrefixLength);

    /// <summary>Reads a range.</summary>
    /// <param name="text">An address of it, a slash, and the length of the prefix.</param>
    /// <returns>The range, or why the text is not one.</returns>
    public static OneOf<AddressRange, TextFault<AddressFault>> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return new TextFault<AddressFault>(AddressFault.Empty, 0);
        }

        if (!AddressReader.Read(text, out var at, out var address))
        {
            return new TextFault<AddressFault>(AddressFault.NotFourNumbersFrom0To255, at);
        }

        if (at == text.Length || text[at] != '/')
        {
            return new TextFault<AddressFault>(
                at == text.Length ? AddressFault.WithoutAPrefixLength : AddressFault.NotFourNumbersFrom0To255, at);
        }

        at++;
        return AddressReader.ReadNumber(text, ref at, MaxPrefix, out var prefix) && at == text.Length
            ? new AddressRange(address, (int)prefix)
            : new TextFault<AddressFault>(AddressFault.WithAPrefixLengthOutside0To32, at);
    }

    /// <summary>Determines whether an address is in the range.</summary>
    /// <param name="address">The address.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Contains(NetworkAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return (address.Value & Mask) == _first;
    }

    /// <summary>Determines whether every address of another range is in this one.</summary>
    /// <param name="other">The other range.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Contains(AddressRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return PrefixLength <= other.PrefixLength && (other._first & Mask) == _first;
    }

    /// <summary>Determines whether some address is in both ranges.</summary>
    /// <param name="other">The other range.</param>
    /// <returns><see langword="true"/> if one is; then one range contains the other.</returns>
    public bool Overlaps(AddressRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Contains(other) || other.Contains(this);
    }

    /// <summary>Returns the range.</summary>
    /// <returns>The first address, a slash and the length of the prefix.</returns>
    public override string ToString() => $"{AddressReader.Write(_first)}/{PrefixLength}";

    static AddressRange IParsable<AddressRange>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<AddressRange>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out AddressRange result) =>
        TextValue.TryParse(s, Read, out result);

    static AddressRange ISpanParsable<AddressRange>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<AddressRange>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out AddressRange result) =>
        TextValue.TryParse(s.ToString(), Read, out result);
}
