using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What in a workspace was made from what: snapshot, run, model, image, web service, scoring request
/// (FLOW-08).</summary>
/// <remarks>
/// A value that grows link by link, in time that grows with the logarithm of its size. It believes the links; that a
/// link is told by a record, and the record is in the log, its receipt proves. Reference equality; no order. Immutable,
/// hence safe for concurrent use.
/// </remarks>
public sealed class Lineage
{
    private readonly ImmutableList<LineageLink> _links;

    // By node, where in the list the links are that lead to it and away from it.
    private readonly ImmutableDictionary<LineageNode, ImmutableList<int>> _to;
    private readonly ImmutableDictionary<LineageNode, ImmutableList<int>> _from;
    private readonly ImmutableDictionary<AssetName, int> _newest;

    private Lineage(
        ResourceId workspace,
        ImmutableList<LineageLink> links,
        ImmutableDictionary<LineageNode, ImmutableList<int>> to,
        ImmutableDictionary<LineageNode, ImmutableList<int>> from,
        ImmutableDictionary<AssetName, int> newest)
    {
        Workspace = workspace;
        _links = links;
        _to = to;
        _from = from;
        _newest = newest;
    }

    /// <summary>Gets the workspace that it is about.</summary>
    public ResourceId Workspace { get; }

    /// <summary>Gets all links, in the order in which they were added.</summary>
    public ImmutableArray<LineageLink> Links => [.. _links];

    /// <summary>Begins without a link.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <returns>The lineage.</returns>
    public static Lineage Of(ResourceId workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return new Lineage(
            workspace,
            [],
            ImmutableDictionary<LineageNode, ImmutableList<int>>.Empty,
            ImmutableDictionary<LineageNode, ImmutableList<int>>.Empty,
            ImmutableDictionary<AssetName, int>.Empty);
    }

    /// <summary>Adds a link. The same link again changes nothing, unless it is the first to name its record.</summary>
    /// <param name="link">The link.</param>
    /// <returns>The lineage with it, or why it does not fit.</returns>
    public OneOf<Lineage, LineageFault> Add(LineageLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        if (link.Workspace != Workspace)
        {
            return LineageFault.OfAnotherWorkspace;
        }

        var origins = _to.GetValueOrDefault(link.To, []);
        foreach (var at in origins)
        {
            if (_links[at].From == link.From)
            {
                return AddAgain(at, link);
            }
        }

        if (!origins.IsEmpty && link.To is not LineageNode.ContainerImage)
        {
            return LineageFault.ToSomethingThatComesFromElsewhere;
        }

        return new Lineage(
            Workspace,
            _links.Add(link),
            _to.SetItem(link.To, origins.Add(_links.Count)),
            _from.SetItem(link.From, _from.GetValueOrDefault(link.From, []).Add(_links.Count)),
            link.To is LineageNode.DeployedService { Revision: var revision }
                ? _newest.SetItem(
                    revision.Service, Math.Max(revision.Number, _newest.GetValueOrDefault(revision.Service)))
                : _newest);
    }

    /// <summary>Finds everything that stands behind something: for a scoring request the service, image, model, run and
    /// snapshot.</summary>
    /// <param name="node">What is asked about.</param>
    /// <returns>All links that lead to it, nearest first; none if nothing is known.</returns>
    public LineageTrace FindOrigins(LineageNode node) => Walk(node, _to, link => link.From);

    /// <summary>Finds everything that came from something.</summary>
    /// <param name="node">What is asked about.</param>
    /// <returns>All links that lead away from it, nearest first; none if nothing is known.</returns>
    public LineageTrace FindDescendants(LineageNode node) => Walk(node, _from, link => link.To);

    /// <summary>Finds the web services that run what came from a snapshot: of each service the newest deployment
    /// counts.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>The services, each with its deployment.</returns>
    public ImmutableArray<ServiceRevision> FindServicesRunning(SnapshotDigest snapshot) =>
    [
        .. FindDescendants(new LineageNode.SourceSnapshot(snapshot)).Services
            .Where(revision => _newest.GetValueOrDefault(revision.Service) == revision.Number),
    ];

    private OneOf<Lineage, LineageFault> AddAgain(int at, LineageLink link)
    {
        var known = _links[at];
        return link == known || link == known.WithoutReceipt ? this
            : link.WithoutReceipt == known
                ? new Lineage(Workspace, _links.SetItem(at, link), _to, _from, _newest)
                : LineageFault.ToldBeforeByAnotherEvent;
    }

    private LineageTrace Walk(
        LineageNode start,
        ImmutableDictionary<LineageNode, ImmutableList<int>> links,
        Func<LineageLink, LineageNode> next)
    {
        ArgumentNullException.ThrowIfNull(start);
        var found = ImmutableArray.CreateBuilder<LineageLink>();
        var seen = new HashSet<LineageNode> { start };
        var open = new Queue<LineageNode>(seen);
        while (open.TryDequeue(out var node))
        {
            foreach (var at in links.GetValueOrDefault(node, []))
            {
                var link = _links[at];
                found.Add(link);
                if (seen.Add(next(link)))
                {
                    open.Enqueue(next(link));
                }
            }
        }

        return new LineageTrace(start, found.ToImmutable());
    }
}
