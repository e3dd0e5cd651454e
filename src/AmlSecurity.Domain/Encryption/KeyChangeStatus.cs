namespace AmlSecurity.Domain.Encryption;

/// <summary>Says whether a service is expected to have noticed a change of its key (ENC-09).</summary>
/// <remarks>The default is <see cref="Pending"/>: until it is known better, nobody has noticed.</remarks>
public enum KeyChangeStatus
{
    /// <summary>The service may still use what was true before.</summary>
    Pending,

    /// <summary>The service is expected to use what is true now; it is not a promise.</summary>
    ExpectedEffective,
}
