namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists how much of an operation a log shows.</summary>
/// <remarks>The default is that it shows start and end.</remarks>
public enum ActivityLogOperationState
{
    /// <summary>Start and end.</summary>
    Complete,

    /// <summary>No end: it goes on, or its end is in another export.</summary>
    Open,

    /// <summary>No start: it is in another export, or the service writes none.</summary>
    WithoutStart,
}
