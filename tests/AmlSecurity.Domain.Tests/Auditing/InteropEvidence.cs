namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Lists what is kept of a log, beside checkpoints now and then.</summary>
internal enum InteropEvidence
{
    None,
    Checkpoints,
    BundleRoots,
    LeafHashes,
}
