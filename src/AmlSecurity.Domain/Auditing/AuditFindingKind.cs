namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what can be wrong with a log, in the order in which findings of one record are reported.</summary>
/// <remarks>The default is a record that leaves the format.</remarks>
public enum AuditFindingKind
{
    /// <summary>The bytes are not a record of the format; the offset is that of the first that does not fit.</summary>
    NonCanonical,

    /// <summary>Another record stands in the place of one, or of some in the range.</summary>
    Altered,

    /// <summary>Records are not there.</summary>
    Missing,

    /// <summary>Records at the end are not there.</summary>
    Truncated,

    /// <summary>A record too many; its index counts the records as they were read.</summary>
    Inserted,

    /// <summary>The records of the range are there, in another order.</summary>
    Reordered,

    /// <summary>A record was made before the one before it, by the clock.</summary>
    TimeWentBack,

    /// <summary>The root of the first so many records, which is the index, is not that of the checkpoint.</summary>
    RootMismatch,

    /// <summary>The records fit a newer commitment and not an older one; the index is the size up to which both are
    /// known to agree.</summary>
    Forked,

    /// <summary>A key that is known has not signed the checkpoint, although the note says so.</summary>
    SignatureBad,

    /// <summary>No key that is known has signed the checkpoint.</summary>
    KeyUnknown,

    /// <summary>The key that signed the checkpoint was retired by then.</summary>
    KeyRetired,

    /// <summary>The checkpoint cannot be read, or is of another log.</summary>
    CheckpointUnreadable,
}
