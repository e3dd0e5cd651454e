using System.Collections.Immutable;
using AmlSecurity.Domain.Authentication;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What stands behind something in a lineage, or came from it.</summary>
/// <remarks>Equal by node and links in their order; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record LineageTrace
{
    internal LineageTrace(LineageNode of, ImmutableArray<LineageLink> links)
    {
        Of = of;
        Links = links;
    }

    /// <summary>Gets what was asked about.</summary>
    public LineageNode Of { get; }

    /// <summary>Gets the links, nearest first.</summary>
    public ImmutableArray<LineageLink> Links { get; }

    /// <summary>Gets the snapshots among what was found.</summary>
    public ImmutableArray<SnapshotDigest> Snapshots =>
        [.. Found().OfType<LineageNode.SourceSnapshot>().Select(node => node.Digest)];

    /// <summary>Gets the runs among what was found.</summary>
    public ImmutableArray<RunId> Runs => [.. Found().OfType<LineageNode.TrainingRun>().Select(node => node.Run)];

    /// <summary>Gets the models among what was found.</summary>
    public ImmutableArray<AssetName> Models =>
        [.. Found().OfType<LineageNode.RegisteredModel>().Select(node => node.Model)];

    /// <summary>Gets the images among what was found.</summary>
    public ImmutableArray<AssetName> Images =>
        [.. Found().OfType<LineageNode.ContainerImage>().Select(node => node.Image)];

    /// <summary>Gets the web services among what was found, each with its deployment.</summary>
    public ImmutableArray<ServiceRevision> Services =>
        [.. Found().OfType<LineageNode.DeployedService>().Select(node => node.Revision)];

    /// <summary>Gets the scoring requests among what was found.</summary>
    public ImmutableArray<string> Requests =>
        [.. Found().OfType<LineageNode.ScoringRequest>().Select(node => node.Request)];

    /// <summary>Determines whether two answers are the same.</summary>
    /// <param name="other">The other answer.</param>
    /// <returns><see langword="true"/> if node and links are equal.</returns>
    public bool Equals(LineageTrace? other) => other is not null && Of == other.Of && Links.SequenceEqual(other.Links);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Of, Links.Length);

    /// <summary>Returns one line for each link.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join('\n', Links);

    private IEnumerable<LineageNode> Found() =>
        Links.SelectMany(link => new[] { link.From, link.To }).Where(node => node != Of).Distinct();
}
