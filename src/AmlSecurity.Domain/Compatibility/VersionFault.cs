namespace AmlSecurity.Domain.Compatibility;

/// <summary>Lists why a text is not a version. Each finishes the sentence "it is …".</summary>
public enum VersionFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Not of numbers with dots between them, or of too few or too many.</summary>
    NotNumbersWithDotsBetweenThem,
}
