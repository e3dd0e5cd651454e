using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says that one thing in a workspace was made from another, when, and which record tells it.</summary>
/// <remarks>
/// From a snapshot to a run, to a model, to an image, to a service, to a request: no link skips a kind, so that no
/// lineage has a circle. Equal by all members; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record LineageLink
{
    /// <summary>Creates a link, as a host does that has stored one.</summary>
    /// <param name="workspace">The workspace in which both are.</param>
    /// <param name="from">What the other was made from.</param>
    /// <param name="to">What was made.</param>
    /// <param name="eventId">The id of the event that tells it.</param>
    /// <param name="since">When it was made.</param>
    /// <exception cref="ArgumentException">The one is not made from the other.</exception>
    public LineageLink(ResourceId workspace, LineageNode from, LineageNode to, string eventId, Instant since)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(eventId);
        if (to.Rank != from.Rank + 1)
        {
            throw new ArgumentException("the one is not made from the other", nameof(to));
        }

        Workspace = workspace;
        From = from;
        To = to;
        EventId = eventId;
        Since = since;
    }

    /// <summary>Gets the workspace in which both are.</summary>
    public ResourceId Workspace { get; }

    /// <summary>Gets what the other was made from.</summary>
    public LineageNode From { get; }

    /// <summary>Gets what was made.</summary>
    public LineageNode To { get; }

    /// <summary>Gets the id of the event that tells it.</summary>
    public string EventId { get; }

    /// <summary>Gets when it was made.</summary>
    public Instant Since { get; }

    /// <summary>Gets the place of the record in the audit log; null while it is not known.</summary>
    public AppendReceipt? Receipt { get; private init; }

    internal LineageLink WithoutReceipt => this with { Receipt = null };

    /// <summary>Notes the place of the record that tells it.</summary>
    /// <param name="receipt">What appending the record gave.</param>
    /// <returns>The link with it.</returns>
    public LineageLink With(AppendReceipt receipt) => this with { Receipt = receipt };

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Both ends, and the number of the record where it is known.</returns>
    public override string ToString() =>
        $"{From} -> {To}{(Receipt is { } receipt ? $" (record {receipt.Index})" : "")}";

    internal static LineageLink OfRun(FlowContext context, SnapshotDigest snapshot, RunId run, DataFlowEvent told) =>
        Of(context, new LineageNode.SourceSnapshot(snapshot), new LineageNode.TrainingRun(run), told);

    internal static LineageLink OfModel(FlowContext context, RunId run, AssetName model, DataFlowEvent told) =>
        Of(context, new LineageNode.TrainingRun(run), new LineageNode.RegisteredModel(model), told);

    internal static LineageLink OfImage(FlowContext context, AssetName model, AssetName image, DataFlowEvent told) =>
        Of(context, new LineageNode.RegisteredModel(model), new LineageNode.ContainerImage(image), told);

    internal static LineageLink OfService(
        FlowContext context, AssetName image, ServiceRevision revision, DataFlowEvent told) =>
        Of(context, new LineageNode.ContainerImage(image), new LineageNode.DeployedService(revision), told);

    internal static LineageLink OfRequest(
        FlowContext context, ServiceRevision revision, string request, DataFlowEvent told) =>
        Of(context, new LineageNode.DeployedService(revision), new LineageNode.ScoringRequest(request), told);

    private static LineageLink Of(FlowContext context, LineageNode from, LineageNode to, DataFlowEvent told) =>
        new(context.Workspace, from, to, told.Id, told.At);
}
