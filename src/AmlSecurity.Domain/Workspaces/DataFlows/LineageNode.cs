using AmlSecurity.Domain.Authentication;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Something in the lineage of a workspace.</summary>
/// <remarks>The cases are nested, in the order in which one comes from the other; no other can be added. Equal by case
/// and members; no order. Immutable, hence safe for concurrent use.</remarks>
public abstract record LineageNode
{
    private const int LongestRequest = 128;

    private LineageNode(int rank) => Rank = rank;

    /// <summary>Gets how far it is from a snapshot, which has 0.</summary>
    internal int Rank { get; }

    internal static string CheckRequest(string request) => request is { Length: > 0 and <= LongestRequest }
        ? request
        : throw new ArgumentException($"the id of a request has 1 to {LongestRequest} characters", nameof(request));

    /// <summary>A snapshot of source code.</summary>
    /// <param name="Digest">What names it.</param>
    public sealed record SourceSnapshot(SnapshotDigest Digest) : LineageNode(0)
    {
        /// <inheritdoc/>
        public override string ToString() => $"snapshot {Digest}";
    }

    /// <summary>A run of a snapshot.</summary>
    /// <param name="Run">What names it.</param>
    public sealed record TrainingRun(RunId Run) : LineageNode(1)
    {
        /// <inheritdoc/>
        public override string ToString() => $"run {Run}";
    }

    /// <summary>A model that a run has made.</summary>
    /// <param name="Model">What names it.</param>
    public sealed record RegisteredModel(AssetName Model) : LineageNode(2)
    {
        /// <inheritdoc/>
        public override string ToString() => $"model {Model}";
    }

    /// <summary>An image that holds a model, or several.</summary>
    /// <param name="Image">What names it.</param>
    public sealed record ContainerImage(AssetName Image) : LineageNode(3)
    {
        /// <inheritdoc/>
        public override string ToString() => $"image {Image}";
    }

    /// <summary>A web service that runs an image.</summary>
    /// <param name="Revision">The service and which deployment of it.</param>
    public sealed record DeployedService(ServiceRevision Revision) : LineageNode(4)
    {
        /// <inheritdoc/>
        public override string ToString() => $"service {Revision}";
    }

    /// <summary>A scoring request that a web service has answered.</summary>
    /// <param name="Request">The id of the request, 1 to 128 characters.</param>
    public sealed record ScoringRequest(string Request) : LineageNode(5)
    {
        /// <summary>Gets the id of the request.</summary>
        public string Request { get; } = CheckRequest(Request);

        /// <inheritdoc/>
        public override string ToString() => $"request {Plaintext.Quote(Request)}";
    }
}
