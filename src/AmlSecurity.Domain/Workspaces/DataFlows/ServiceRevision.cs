namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>A web service as it was deployed one time: an update makes the next revision.</summary>
/// <param name="Service">The name of the service.</param>
/// <param name="Number">Which deployment it is, 1 or more.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ServiceRevision(AssetName Service, int Number)
{
    /// <summary>Gets the name of the service.</summary>
    public AssetName Service { get; } = Service ?? throw new ArgumentNullException(nameof(Service));

    /// <summary>Gets which deployment it is.</summary>
    public int Number { get; } = Number > 0 ? Number : throw new ArgumentOutOfRangeException(nameof(Number));

    /// <summary>Returns name and number.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Service} (revision {Number})";
}
