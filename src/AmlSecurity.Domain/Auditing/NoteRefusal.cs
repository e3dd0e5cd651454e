namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists why the body of a note must not be used.</summary>
/// <remarks>The default is <see cref="NoKnownKey"/>.</remarks>
public enum NoteRefusal
{
    /// <summary>None of the trusted keys has signed it.</summary>
    NoKnownKey,

    /// <summary>A trusted key is said to have signed it and has not; signatures of others do not help.</summary>
    BadSignature,

    /// <summary>Only trusted keys that are retired have signed it.</summary>
    KeyRetired,
}
