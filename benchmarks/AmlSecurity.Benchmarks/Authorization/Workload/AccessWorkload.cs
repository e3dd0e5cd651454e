using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>3 roles, 13 operations, 1,000 workspaces, 2,000 principals, 10,000 assignments, or a multiple of the last
/// three; always the same.</summary>
/// <remarks>
/// Every 20 workspaces lie in a resource group, every 200 in a subscription. Of 100 assignments 90 stand on a workspace, 9 on a
/// resource group and 1 on a subscription; where there are groups, half of them name one of 200 groups, or of that
/// multiple of them. Half of the requests are drawn from an assignment, so that grants are frequent, and half at random.
/// </remarks>
internal sealed class AccessWorkload
{
    private const int RequestCount = 16_384;
    private const int WorkspacesInResourceGroup = 20;
    private const int WorkspacesInSubscription = 200;

    private static readonly Dictionary<(int, int), AccessWorkload> Made = [];

    private readonly SplitMix64 _random = new(2020_03_13);
    private readonly int _assignmentCount;
    private readonly int _groupCount;

    private AccessWorkload(int groupsEach, int assignmentCount)
    {
        _assignmentCount = assignmentCount;
        _groupCount = assignmentCount / 50;
        WorkspaceCount = assignmentCount / 10;
        PrincipalCount = assignmentCount / 5;
        GroupsEach = groupsEach;
        Workspaces = [.. MakeWorkspaces()];
        var identityCount = PrincipalCount + (groupsEach > 0 ? _groupCount : 0);
        Identities = [.. Enumerable.Range(0, identityCount)
            .Select(_ => PrincipalId.Read(_random.Guid().ToString()).AsT0)];
        Memberships = [.. Enumerable.Range(0, PrincipalCount).Select(Join)];
        var members = Enumerable.Range(0, PrincipalCount)
            .SelectMany(principal => Memberships[principal][1..], (principal, group) => (principal, group))
            .ToLookup(edge => edge.group, edge => Identities[edge.principal]);
        Groups = GroupDirectory.Create(members.Select(group => new Group(Identities[group.Key], [.. group])));
        (Assignments, Grants) = Assign();
        Policy = MakePolicy();
        var asks = Enumerable.Range(0, RequestCount).Select(Draw).ToLookup(ask => Policy.Decide(ask.Request).IsAllowed);
        Allowed = [.. asks[true]];
        Denied = [.. asks[false]];
    }

    /// <summary>The usual number of assignments.</summary>
    public const int UsualSize = 10_000;

    /// <summary>Gets the numbers of groups a principal that are measured.</summary>
    public static ImmutableArray<int> GroupCounts { get; } = [0, 5];

    /// <summary>Gets the number of workspaces.</summary>
    public int WorkspaceCount { get; }

    /// <summary>Gets the number of principals that ask; groups are counted on behind them.</summary>
    public int PrincipalCount { get; }

    /// <summary>Gets how many groups each principal is in.</summary>
    public int GroupsEach { get; }

    /// <summary>Gets the workspaces by number.</summary>
    public ImmutableArray<ResourceId> Workspaces { get; }

    /// <summary>Gets principals, then groups, by number.</summary>
    public ImmutableArray<PrincipalId> Identities { get; }

    /// <summary>Gets for each principal the numbers that it acts under: its own, then its groups.</summary>
    public ImmutableArray<int[]> Memberships { get; }

    /// <summary>Gets the groups.</summary>
    public GroupDirectory Groups { get; }

    /// <summary>Gets the assignments.</summary>
    public ImmutableArray<RoleAssignment> Assignments { get; }

    /// <summary>Gets the assignments as numbers.</summary>
    public ImmutableArray<Grant> Grants { get; }

    /// <summary>Gets the policy.</summary>
    public AccessPolicy Policy { get; }

    /// <summary>Gets the requests that the policy allows.</summary>
    public ImmutableArray<Ask> Allowed { get; }

    /// <summary>Gets the requests that it denies.</summary>
    public ImmutableArray<Ask> Denied { get; }

    /// <summary>Gets the workload for a number of groups a principal and of assignments; always the same one.</summary>
    public static AccessWorkload Of(int groupsEach, int assignments = UsualSize)
    {
        if (!Made.TryGetValue((groupsEach, assignments), out var workload))
        {
            Made[(groupsEach, assignments)] = workload = new AccessWorkload(groupsEach, assignments);
        }

        return workload;
    }

    /// <summary>Gets the requests of one outcome.</summary>
    public ImmutableArray<Ask> Asks(Outcome outcome) => outcome == Outcome.Allowed ? Allowed : Denied;

    /// <summary>Makes the policy anew.</summary>
    public AccessPolicy MakePolicy() => AccessPolicy.Create(WorkloadRoles.Roles, Assignments, groups: Groups);

    /// <summary>Returns what the workload consists of, and the shares of its requests.</summary>
    public override string ToString() =>
        $"workload with {GroupsEach} groups a principal: {Assignments.Length} assignments, "
        + $"{Allowed.Length} of {RequestCount} requests allowed ({100.0 * Allowed.Length / RequestCount:F1} %), "
        + $"{Denied.Length} denied ({100.0 * Denied.Length / RequestCount:F1} %: {ReasonShares()})";

    private string ReasonShares() => string.Join(", ", Denied
        .CountBy(ask => ((AccessDecision.Denied)Policy.Decide(ask.Request)).Reason)
        .OrderBy(counted => counted.Key)
        .Select(counted => $"{counted.Value} {counted.Key}"));

    private IEnumerable<ResourceId> MakeWorkspaces()
    {
        for (var at = 0; at < WorkspaceCount; at++)
        {
            var subscription = $"{at / WorkspacesInSubscription:D8}-0000-4000-8000-000000000000";
            var resourceGroup = $"rg-machine-learning-{at / WorkspacesInResourceGroup:D2}";
            yield return ResourceId.ForResourceGroup(subscription, resourceGroup)
                .Child("Microsoft.MachineLearningServices/workspaces", $"ws-team-{at:D4}");
        }
    }

    private int[] Join(int principal)
    {
        var numbers = new HashSet<int> { principal };
        while (numbers.Count <= GroupsEach)
        {
            numbers.Add(PrincipalCount + _random.Below(_groupCount));
        }

        return [.. numbers];
    }

    private (ImmutableArray<RoleAssignment> Assignments, ImmutableArray<Grant> Grants) Assign()
    {
        var assignments = ImmutableArray.CreateBuilder<RoleAssignment>(_assignmentCount);
        var grants = ImmutableArray.CreateBuilder<Grant>(_assignmentCount);
        for (var at = 0; at < _assignmentCount; at++)
        {
            var role = _random.Of(WorkloadRoles.Roles);
            var identity = GroupsEach > 0 && at % 2 == 0
                ? PrincipalCount + _random.Below(_groupCount)
                : _random.Below(PrincipalCount);
            var (scope, workspaces) = DrawScope();
            assignments.Add(new RoleAssignment(
                _random.Guid().ToString(), Identities[identity], new RoleReference(role.Id, role.Name), scope));
            grants.Add(new Grant(identity, scope.Canonical, workspaces, WorkloadRoles.MaskOf(role)));
        }

        return (assignments.MoveToImmutable(), grants.MoveToImmutable());
    }

    private (ResourceId Scope, Range Workspaces) DrawScope()
    {
        var workspace = _random.Below(WorkspaceCount);
        var (level, size) = _random.Below(100) switch
        {
            < 90 => (0, 1),
            < 99 => (1, WorkspacesInResourceGroup),
            _ => (2, WorkspacesInSubscription),
        };
        var scope = Workspaces[workspace];
        for (; level > 0; level--)
        {
            scope = scope.Parent!;
        }

        var from = workspace - (workspace % size);
        return (scope, from..(from + size));
    }

    private Ask Draw(int number)
    {
        var (principal, workspace) = (_random.Below(PrincipalCount), _random.Below(WorkspaceCount));
        var operation = _random.Below(WorkloadRoles.Operations.Length);
        if (number % 2 == 0)
        {
            var grant = _random.Of(Grants);
            principal = grant.Identity < PrincipalCount ? grant.Identity : MemberOf(grant.Identity);
            var (first, count) = grant.Workspaces.GetOffsetAndLength(WorkspaceCount);
            workspace = first + _random.Below(count);
        }

        var request = AccessRequest.Control(
            Principal.User(Identities[principal]), WorkloadRoles.Operations[operation], Workspaces[workspace]);
        return new Ask(request, principal, workspace, operation);
    }

    private int MemberOf(int group)
    {
        var principal = _random.Below(PrincipalCount);
        while (!Memberships[principal].Contains(group))
        {
            principal = (principal + 1) % PrincipalCount;
        }

        return principal;
    }
}
