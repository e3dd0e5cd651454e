namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists what an activity log cannot show, so that what is not in it may still be used.</summary>
/// <remarks>The default is that reads are not recorded.</remarks>
public enum ActivityLogBlindSpot
{
    /// <summary>Reads are not recorded (LOG-02).</summary>
    Reads,

    /// <summary>Operations on data do not go through Azure Resource Manager.</summary>
    DataPlane,

    /// <summary>Some operations do not write to the log, such as the start of a run and the registration of a model
    /// (MON-06).</summary>
    OperationsThatDoNotWrite,

    /// <summary>What was done before the first event and after the last.</summary>
    OutsideOfTheSpan,

    /// <summary>Which of several actions were checked in one operation: an event names one.</summary>
    LinkedActions,
}
