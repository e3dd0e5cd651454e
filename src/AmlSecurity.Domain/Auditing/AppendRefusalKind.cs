namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists why a record is not appended.</summary>
/// <remarks>The default is a record that cannot be written.</remarks>
public enum AppendRefusalKind
{
    /// <summary>A member of the record is out of its bounds.</summary>
    Unwritable,

    /// <summary>The record has another number than the next one.</summary>
    IndexGap,

    /// <summary>The record was made before the last one, by the clock.</summary>
    TimeWentBack,
}
