namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists why a signed checkpoint is not taken.</summary>
/// <remarks>The default is <see cref="NoKnownKey"/>.</remarks>
public enum CheckpointRefusalKind
{
    /// <summary>None of the trusted keys has signed it.</summary>
    NoKnownKey,

    /// <summary>A trusted key is said to have signed it and has not.</summary>
    BadSignature,

    /// <summary>Only trusted keys that are retired have signed it.</summary>
    KeyRetired,

    /// <summary>The bytes do not have the form of a signed note.</summary>
    MalformedNote,

    /// <summary>The body of the note is not a checkpoint.</summary>
    MalformedCheckpoint,

    /// <summary>It is a checkpoint of another log.</summary>
    OtherOrigin,
}
