using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Makes the tables of a policy.</summary>
internal sealed class PolicyCompiler
{
    private readonly AccessPolicy _policy;
    private readonly Dictionary<PrincipalId, int> _principals = [];
    private readonly List<PrincipalId> _ids = [];
    private readonly ScopeGrowth _scopes;

    private PolicyCompiler(AccessPolicy policy)
    {
        _policy = policy;
        _scopes = new ScopeGrowth(policy.Hierarchy, _ => null, 0);
    }

    public static PolicyTables Compile(AccessPolicy policy, ImmutableArray<ActionName> operations) =>
        new PolicyCompiler(policy).Compile(OperationTable.Of(operations));

    /// <summary>Lists the operations that a policy is compiled for if nobody says: those of the catalogue, and those
    /// that entries name.</summary>
    public static ImmutableArray<ActionName> OperationsOf(AccessPolicy policy) =>
    [
        .. MlOperationCatalogue.Operations,
        .. policy.Roles.SelectMany(role => role.Blocks)
            .Concat(policy.DenyAssignments.SelectMany(deny => deny.Blocks))
            .SelectMany(block => block.Actions.Concat(block.DataActions))
            .Where(entry => entry.Shape == ActionPatternShape.Exact)
            .Select(entry => ActionName.Read(entry.Canonical, Strictness.Lenient))
            .Where(read => read.IsT0)
            .Select(read => read.AsT0),
    ];

    private PolicyTables Compile(OperationTable operations)
    {
        var roles = RoleTable.Create(
            _policy.Roles, _policy.Assignments.Select(held => held.Role), operations, _policy.Reading);
        var held = Gather(roles);
        NameTheOthers();
        var holders = MakeHolders(held);
        ScopeNode[] scopes = [.. _scopes.Added];
        var tables = new PolicyTables(
            _policy.Rules,
            _policy.Reading,
            _policy.Hierarchy,
            operations,
            roles,
            NumberedTable<Holder>.Of(holders),
            NumberedTable<ScopeNode>.Of(scopes),
            []);
        return PolicyChange.WithDenies(tables, [.. _policy.DenyAssignments.Distinct()]);
    }

    // Assignments by the number of their principal.
    private List<List<Held>> Gather(RoleTable roles)
    {
        var held = new List<List<Held>>();
        foreach (var assignment in _policy.Assignments)
        {
            var principal = NumberOf(assignment.PrincipalId);
            if (principal == held.Count)
            {
                held.Add([]);
            }

            held[principal].Add(new Held(
                assignment, _scopes.NumberOf(assignment.Scope), roles.NumberOf(assignment.Role)));
        }

        return held;
    }

    private void NameTheOthers()
    {
        foreach (var group in _policy.Groups.Groups)
        {
            NumberOf(group.Id);
            foreach (var member in group.Members)
            {
                NumberOf(member);
            }
        }

        foreach (var principal in _policy.DenyAssignments.SelectMany(
            deny => deny.Principals.Concat(deny.ExcludedPrincipals)))
        {
            NumberOf(principal.Id);
        }

        // What stands on none of these inherits by its text alone.
        _scopes.NumberOf(ResourceId.Root);
        foreach (var scope in _policy.DenyAssignments.Select(deny => deny.Scope)
            .Concat(_policy.Hierarchy.Edges.SelectMany(edge => new[] { edge.Child, edge.Parent })))
        {
            _scopes.NumberOf(scope);
        }
    }

    private Holder[] MakeHolders(List<List<Held>> held)
    {
        var parents = new List<int>?[_ids.Count];
        var members = new List<int>?[_ids.Count];
        foreach (var group in _policy.Groups.Groups)
        {
            foreach (var member in group.Members)
            {
                (members[NumberOf(group.Id)] ??= []).Add(NumberOf(member));
                (parents[NumberOf(member)] ??= []).Add(NumberOf(group.Id));
            }
        }

        return
        [
            .. _ids.Select((id, at) => Holder
                .Create(id, at, at < held.Count ? held[at].DistinctBy(each => each.Assignment) : [])
                .Place(GroupsOf(at), Numbers(parents[at]), Numbers(members[at]))),
        ];

        ImmutableArray<int> GroupsOf(int at) => parents[at] is null
            ? []
            : [.. _policy.Groups.GroupsOf(_ids[at]).Select(NumberOf).Where(group => group != at)];

        static ImmutableArray<int> Numbers(List<int>? numbers) => numbers is null ? [] : [.. numbers.Distinct()];
    }

    private int NumberOf(PrincipalId id)
    {
        if (!_principals.TryGetValue(id, out var number))
        {
            _principals.Add(id, number = _ids.Count);
            _ids.Add(id);
        }

        return number;
    }
}
