namespace AmlSecurity.Domain.Encryption;

/// <summary>Lists what speaks against disabling a version for good. Each finishes "it is …".</summary>
/// <remarks>The default is <see cref="Unknown"/>.</remarks>
public enum DisablingObstacle
{
    /// <summary>Not a version that the ring holds.</summary>
    Unknown,

    /// <summary>The one that new data is protected under, or will be.</summary>
    InUseForNewData,

    /// <summary>The only one under which some data keys unwrap.</summary>
    StillNeeded,
}
