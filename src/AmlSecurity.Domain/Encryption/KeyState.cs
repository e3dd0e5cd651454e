namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists the states of a key version, in the words of NIST SP 800-57 part 1, section 7.</summary>
/// <remarks>The default is <see cref="PreActivation"/>, in which nothing is wrapped.</remarks>
public enum KeyState
{
    /// <summary>Not to be wrapped under before its date.</summary>
    PreActivation,

    /// <summary>Wraps and unwraps: the newest version whose date has come.</summary>
    Active,

    /// <summary>Unwraps only: a newer version has taken its place, or its date is past.</summary>
    Deactivated,

    /// <summary>Neither wraps nor unwraps while it is disabled or deleted; may come back.</summary>
    Suspended,

    /// <summary>Unwraps only within an explicit recovery.</summary>
    Compromised,

    /// <summary>Gone for ever.</summary>
    Destroyed,
}
