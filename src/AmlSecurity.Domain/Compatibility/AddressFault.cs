namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists why a text is not an IPv4 address or a range of them. Each finishes the sentence "it is …".</summary>
public enum AddressFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Not four numbers from 0 to 255 with dots between them, none with a zero before it.</summary>
    NotFourNumbersFrom0To255,

    /// <summary>Without a slash and a length after the address.</summary>
    WithoutAPrefixLength,

    /// <summary>With a length that is no number from 0 to 32.</summary>
    WithAPrefixLengthOutside0To32,
}
