namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists the two shapes in which Azure hands out its activity log.</summary>
/// <remarks>The default is <see cref="Rest"/>.</remarks>
public enum ActivityLogShape
{
    /// <summary>That of the REST API, the portal and the command line: <c>eventTimestamp</c>, names as
    /// <c>{value, localizedValue}</c>.</summary>
    Rest,

    /// <summary>That of diagnostic settings, in a storage account or an event hub: <c>time</c>, names as texts, the
    /// caller under <c>identity</c>.</summary>
    DiagnosticSettings,
}
