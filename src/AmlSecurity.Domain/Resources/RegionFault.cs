namespace AmlSecurity.Domain.Resources;

/// <summary>Lists why a text is not a <see cref="Region"/>. Each finishes the sentence "it is …".</summary>
public enum RegionFault
{
    /// <summary>Empty, absent, or blank.</summary>
    Empty,

    /// <summary>Longer than 64 letters and digits.</summary>
    TooLong,

    /// <summary>With a character other than an ASCII letter, an ASCII digit and a space.</summary>
    NotOnlyLettersDigitsAndSpaces,
}
