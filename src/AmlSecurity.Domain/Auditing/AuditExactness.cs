namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists how exactly a report can point at what was altered: it depends on what was kept.</summary>
/// <remarks>The default is not at all.</remarks>
public enum AuditExactness
{
    /// <summary>Nothing was kept: records are read, counted and compared with their own numbers.</summary>
    None,

    /// <summary>Checkpoints were kept: to the records between two of them.</summary>
    Interval,

    /// <summary>The roots of runs of 256 leaves were kept: to such a run.</summary>
    Bundle,

    /// <summary>Leaf hashes were kept: to the record.</summary>
    Index,
}
