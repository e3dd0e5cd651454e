using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

internal sealed record CaseBlock(
    ImmutableArray<string> Actions,
    ImmutableArray<string> NotActions,
    ImmutableArray<string> DataActions,
    ImmutableArray<string> NotDataActions,
    CaseCondition Condition)
{
    public PermissionBlock ToBlock() => Block(
        [.. Actions], [.. NotActions], [.. DataActions], [.. NotDataActions], CaseConditions.TextOf(Condition));

    public override string ToString() =>
        $"({List(Actions)} - {List(NotActions)}; data {List(DataActions)} - {List(NotDataActions)}"
        + $"; {Condition})";

    private static string List(ImmutableArray<string> entries) => $"[{string.Join(' ', entries)}]";
}

internal sealed record CaseRole(string Name, ImmutableArray<CaseBlock> Blocks)
{
    public RoleDefinition ToRole() => Role(Name, [.. Blocks.Select(block => block.ToBlock())]);

    public override string ToString() => $"role {Name} {string.Join(" + ", Blocks)}";
}

internal sealed record CaseAssignment(
    string Id, string Principal, string Role, string Scope, CaseCondition Condition)
{
    public RoleAssignment ToAssignment() => new(
        Id,
        Examples.Id(Principal),
        new RoleReference(null, Role),
        Examples.Scope(Scope),
        CaseConditions.TextOf(Condition) is { } text ? new AccessCondition(text) : null);

    public override string ToString() => $"{Id}: {Principal} is {Role} at {Scope}; {Condition}";
}

internal sealed record CaseDeny(
    string Id,
    string Scope,
    ImmutableArray<CaseBlock> Blocks,
    ImmutableArray<string> Whom,
    ImmutableArray<string> Except,
    bool StopsAtScope,
    bool IsAudit)
{
    public DenyAssignment ToDeny() => new(
        Id,
        Examples.Scope(Scope),
        [.. Blocks.Select(block => block.ToBlock())],
        [.. Whom.Select(who => new DenyPrincipal(Examples.Id(who)))],
        [.. Except.Select(who => new DenyPrincipal(Examples.Id(who)))],
        doesNotApplyToChildScopes: StopsAtScope,
        effect: IsAudit ? DenyEffect.Audit : DenyEffect.Enforced);

    public override string ToString() =>
        $"{Id}: deny [{string.Join(' ', Whom)}] except [{string.Join(' ', Except)}] at {Scope}"
        + $"{(StopsAtScope ? " only" : "")}{(IsAudit ? " (audit)" : "")} {string.Join(" + ", Blocks)}";
}

internal sealed record CaseGroup(string Id, ImmutableArray<string> Members)
{
    public Group ToGroup() => new(Examples.Id(Id), [.. Members.Select(Examples.Id)]);

    public override string ToString() => $"group {Id} [{string.Join(' ', Members)}]";
}

internal sealed record CaseEdge(string Child, string Parent)
{
    public ScopeParent ToParent() => new(Examples.Scope(Child), Examples.Scope(Parent));

    public override string ToString() => $"{Child} under {Parent}";
}

/// <summary>A policy and a request as plain strings, from which both evaluators start.</summary>
internal sealed record AccessCase(
    ImmutableArray<CaseRole> Roles,
    ImmutableArray<CaseAssignment> Assignments,
    ImmutableArray<CaseDeny> Denies,
    ImmutableArray<CaseGroup> Groups,
    ImmutableArray<CaseEdge> Edges,
    string Who,
    bool IsGuest,
    string Action,
    bool IsData,
    string Scope,
    bool Literal,
    bool Under2020)
{
    public AccessRequest Request => new(
        IsGuest ? Principal.Guest(Id(Who), GuestEvidence.Directory) : Principal.User(Id(Who)),
        Examples.Action(Action),
        IsData ? Plane.Data : Plane.Control,
        Examples.Scope(Scope),
        CaseConditions.Known);

    public AccessPolicy Policy => AccessPolicy.Create(
            Roles.Select(role => role.ToRole()),
            Assignments.Select(assignment => assignment.ToAssignment()),
            Denies.Select(deny => deny.ToDeny()),
            GroupDirectory.Create(Groups.Select(group => group.ToGroup())),
            ScopeHierarchy.Create(Edges.Select(edge => edge.ToParent())))
        .Under(Under2020 ? RuleSet.March2020 : RuleSet.Current)
        .ReadAs(Literal ? WildcardReading.Literal : WildcardReading.Azure);

    public AccessDecision Decision => Policy.Decide(Request);

    /// <summary>Gets the decision in the words of <see cref="AccessModel"/>.</summary>
    public string Outcome => Decision switch
    {
        AccessDecision.Allowed allowed => "allowed:" + allowed.Assignment.Id,
        AccessDecision.Denied { Deny: { } deny } => "DenyAssignment:" + deny.Id,
        AccessDecision.Denied denied => denied.Reason.ToString(),
        _ => throw new InvalidOperationException("there is no third case"),
    };

    public override string ToString() => string.Join(Environment.NewLine, new[]
    {
        $"{(IsGuest ? "guest" : "user")} {Who} asks {Action} ({(IsData ? "data" : "control")}) at {Scope};"
            + $" {(Literal ? "literal" : "Azure")} reading, {(Under2020 ? "2020" : "current")}",
    }
        .Concat(Roles.Select(part => $"{part}"))
        .Concat(Assignments.Select(part => $"{part}"))
        .Concat(Denies.Select(part => $"{part}"))
        .Concat(Groups.Select(part => $"{part}"))
        .Concat(Edges.Select(part => $"{part}")));
}
