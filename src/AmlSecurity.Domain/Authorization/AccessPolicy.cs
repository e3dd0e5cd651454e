using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using OneOf;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Who holds which roles where, and who is denied what: everything that access is decided on.</summary>
/// <remarks>
/// A snapshot: the same policy gives the same request the same answer, and the order in which its parts were given does
/// not matter. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class AccessPolicy
{
    private readonly PolicyIndex _index;

    private AccessPolicy(PolicyIndex index, RuleSet rules, WildcardReading reading)
    {
        _index = index;
        Rules = rules;
        Reading = reading;
    }

    /// <summary>Gets the rule set that decisions are made under; <see cref="RuleSet.Current"/> unless
    /// changed.</summary>
    public RuleSet Rules { get; }

    /// <summary>Gets what a star between two slashes covers; <see cref="WildcardReading.Azure"/> unless
    /// changed.</summary>
    public WildcardReading Reading { get; }

    /// <summary>Gets the role definitions, in the order given.</summary>
    public ImmutableArray<RoleDefinition> Roles => _index.Roles;

    /// <summary>Gets the role assignments, in the order given.</summary>
    public ImmutableArray<RoleAssignment> Assignments => _index.Assignments;

    /// <summary>Gets the deny assignments, in the order given.</summary>
    public ImmutableArray<DenyAssignment> DenyAssignments => _index.DenyAssignments;

    /// <summary>Gets who belongs to which groups.</summary>
    public GroupDirectory Groups => _index.Groups;

    /// <summary>Gets the tree of management groups.</summary>
    public ScopeHierarchy Hierarchy => _index.Hierarchy;

    /// <summary>Creates a policy from typed values.</summary>
    /// <param name="roles">The role definitions.</param>
    /// <param name="assignments">The role assignments.</param>
    /// <param name="denyAssignments">The deny assignments.</param>
    /// <param name="groups">The groups; none by default.</param>
    /// <param name="hierarchy">The tree of management groups; none by default.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="ArgumentNullException">A list that is not optional, or an element of any, is null.</exception>
    public static AccessPolicy Create(
        IEnumerable<RoleDefinition> roles,
        IEnumerable<RoleAssignment> assignments,
        IEnumerable<DenyAssignment>? denyAssignments = null,
        GroupDirectory? groups = null,
        ScopeHierarchy? hierarchy = null)
    {
        var index = new PolicyIndex(
            Elements.Of(roles, nameof(roles)),
            Elements.Of(assignments, nameof(assignments)),
            Elements.Of(denyAssignments ?? [], nameof(denyAssignments)),
            groups ?? GroupDirectory.Empty,
            hierarchy ?? ScopeHierarchy.Empty);
        return new AccessPolicy(index, RuleSet.Current, WildcardReading.Azure);
    }

    /// <summary>Reads a policy from JSON documents, all or nothing.</summary>
    /// <param name="roles">Role definitions, as <see cref="RoleDefinition.Read"/> takes them.</param>
    /// <param name="assignments">Role assignments, as <see cref="RoleAssignment.Read"/> takes them.</param>
    /// <param name="hierarchy">The tree of management groups, as <see cref="ScopeHierarchy.Read"/> takes it, or
    /// empty.</param>
    /// <param name="groups">Groups, as <see cref="Group.Read"/> takes them, or empty.</param>
    /// <param name="denyAssignments">Deny assignments, as <see cref="DenyAssignment.Read"/> takes them, or
    /// empty.</param>
    /// <param name="strictness">Lenient by default, because real exports are irregular; what is not understood is a
    /// fault either way.</param>
    /// <returns>The policy, or the faults of all documents. To keep what can be read beside faults, read each document
    /// by itself.</returns>
    public static OneOf<AccessPolicy, PolicyFaults> Read(
        ReadOnlySpan<byte> roles,
        ReadOnlySpan<byte> assignments,
        ReadOnlySpan<byte> hierarchy = default,
        ReadOnlySpan<byte> groups = default,
        ReadOnlySpan<byte> denyAssignments = default,
        Strictness strictness = Strictness.Lenient)
    {
        var faults = new PolicyFaults.Builder();
        var readRoles = faults.Take(PolicyDocument.Roles, RoleDefinition.Read(roles, strictness));
        var readAssignments = faults.Take(PolicyDocument.Assignments, RoleAssignment.Read(assignments, strictness));
        var readEdges = hierarchy.IsEmpty
            ? [] : faults.Take(PolicyDocument.Hierarchy, ScopeHierarchy.Read(hierarchy, strictness));
        var readGroups = groups.IsEmpty ? [] : faults.Take(PolicyDocument.Groups, Group.Read(groups, strictness));
        var readDenies = denyAssignments.IsEmpty
            ? [] : faults.Take(PolicyDocument.DenyAssignments, DenyAssignment.Read(denyAssignments, strictness));
        return faults.IsEmpty
            ? Create(
                readRoles,
                readAssignments,
                readDenies,
                GroupDirectory.Create(readGroups),
                ScopeHierarchy.Create(readEdges))
            : faults.Finish();
    }

    /// <summary>Puts the policy under another rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The same policy under those rules.</returns>
    public AccessPolicy Under(RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new AccessPolicy(_index, rules, Reading);
    }

    /// <summary>Takes the wildcards of the policy in another reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <returns>The same policy in that reading.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="reading"/> is neither of the two.</exception>
    public AccessPolicy ReadAs(WildcardReading reading) => Enum.IsDefined(reading)
        ? new AccessPolicy(_index, Rules, reading)
        : throw new ArgumentOutOfRangeException(nameof(reading));

    /// <summary>Decides a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>Allowed by an assignment, or denied for a reason. What nothing grants is denied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plane is neither of the two.</exception>
    public AccessDecision Decide(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new AccessEvaluator(this, request).Decide();
    }

    /// <summary>Decides a request and says on what grounds.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The decision of <see cref="Decide"/>, with everything that was considered.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plane is neither of the two.</exception>
    public AccessExplanation Explain(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new AccessExplanation(this, request);
    }

    /// <summary>Lists who may do an operation on a scope.</summary>
    /// <param name="action">The operation.</param>
    /// <param name="plane">The operation's plane.</param>
    /// <param name="scope">What it would be done to.</param>
    /// <param name="known">Principals of whom more is known than their id, such as guests; none by default.</param>
    /// <param name="attributes">What conditions may ask for; nothing by default.</param>
    /// <returns>
    /// Exactly the principals of assignments and groups, groups included, whom <see cref="Decide"/> allows, by id. Of
    /// one that is not among <paramref name="known"/> the membership is undetermined.
    /// </returns>
    /// <exception cref="ArgumentNullException">One of <paramref name="known"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public ImmutableArray<AccessHolder> WhoCan(
        ActionName action,
        Plane plane,
        ResourceId scope,
        IEnumerable<Principal>? known = null,
        ConditionAttributes? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(scope);
        return new HolderSearch(this, Elements.Of(known ?? [], nameof(known))).Find(action, plane, scope, attributes);
    }

    /// <summary>Lists which operations of a list a principal may do on a scope.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="scope">What they would be done to.</param>
    /// <param name="operations">The operations, such as those of a catalogue; the default counts as empty.</param>
    /// <param name="plane">Their plane.</param>
    /// <param name="attributes">What conditions may ask for; nothing by default.</param>
    /// <returns>The places in the list, counted from 0, ascending: those that <see cref="Decide"/> allows.</returns>
    /// <exception cref="ArgumentNullException">An operation is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public ImmutableArray<int> WhatCan(
        Principal principal,
        ResourceId scope,
        ImmutableArray<ActionName> operations,
        Plane plane,
        ConditionAttributes? attributes = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(scope);
        var list = Elements.Of<ActionName>(operations.IsDefault ? [] : operations, nameof(operations));
        if (list.IsEmpty)
        {
            return Enum.IsDefined(plane) ? [] : throw new ArgumentOutOfRangeException(nameof(plane));
        }

        var evaluator = new AccessEvaluator(this, new AccessRequest(principal, list[0], plane, scope, attributes));
        return [.. Enumerable.Range(0, list.Length).Where(at => evaluator.About(list[at]).Decide().IsAllowed)];
    }

    /// <summary>Finds the role that a reference names.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The role; null if there is none, or if several different ones fit.</returns>
    public RoleDefinition? FindRole(RoleReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return _index.FindRole(reference);
    }

    /// <summary>Checks roles and assignments against the rules for them (AUTHZ-17 to AUTHZ-19, ROLE-01).</summary>
    /// <param name="cloud">The cloud whose limits hold.</param>
    /// <returns>The findings, each at a path such as <c>$.roles[3].permissions[0].actions[2]</c>.</returns>
    public ImmutableArray<Finding> Assess(AzureCloud cloud = AzureCloud.Public) =>
        PolicyAssessment.Assess(this, cloud);

    /// <summary>Gets the assignments of one principal on one scope, by id.</summary>
    internal ImmutableArray<RoleAssignment> AssignmentsOf(PrincipalId principal, ResourceId scope) =>
        _index.AssignmentsOf(principal, scope);

    /// <summary>Gets the deny assignments on one scope, by id.</summary>
    internal ImmutableArray<DenyAssignment> DeniesAt(ResourceId scope) => _index.DeniesAt(scope);
}
