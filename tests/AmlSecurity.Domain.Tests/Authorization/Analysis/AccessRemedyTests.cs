using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

public sealed class AccessRemedyTests
{
    private const string Computes = MlProvider + "/workspaces/computes/";

    [Fact]
    public void What_is_allowed_needs_no_change() =>
        Assert.Null(AccessPolicy.Create([Owner], [Assign(Owner, Alice, Workspace)])
            .Explain(Ask(Alice, "a/read", Workspace)).FindRemedy());

    [Fact]
    public void The_role_of_the_catalogue_that_grants_least_beyond_stands_first()
    {
        var remedy = AccessPolicy.Create([], [])
            .Explain(Ask(Alice, Computes + "write", Workspace)).FindRemedy()!;

        Assert.True(remedy.NeedsRole);
        Assert.Equal("AzureML Compute Operator", remedy.RolesToAssign[0].Role.Name);
        Assert.Equal("Owner", remedy.RolesToAssign[^1].Role.Name);
        Assert.Equal(Workspace, remedy.Scope);
        Assert.StartsWith(
            "it would be allowed if\n  `AzureML Compute Operator` were assigned at `/subscriptions/",
            remedy.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_deny_that_blocks_is_named_and_no_role_where_one_grants()
    {
        var locked = new DenyAssignment(
            "d2", Group1, [Block(["*"])], [new DenyPrincipal(Alice)], name: "locked", isSystemProtected: true);
        var remedy = AccessPolicy.Create(
                [Owner],
                [Assign(Owner, Alice, Workspace)],
                [Deny(Workspace, ["a/*"]), Deny(Workspace, ["b/*"], id: "other"), locked])
            .Explain(Ask(Alice, "a/read", Workspace)).FindRemedy()!;

        Assert.Equal(["d1", "d2"], remedy.DeniesToLift.Select(deny => deny.Id));
        Assert.False(remedy.NeedsRole);
        Assert.Empty(remedy.RolesToAssign);
        Assert.Equal(
            "it would be allowed if\n  deny assignment `d1` excluded the principal\n"
            + "  deny assignment `locked` excluded the principal, which only Azure can change\n",
            remedy.ToString());
    }

    [Fact]
    public void It_reads_as_lines_for_a_person()
    {
        var locked = new DenyAssignment(
            "d2", Subscription, [Block(["*"])], [new DenyPrincipal(Alice)], name: "locked", isSystemProtected: true);
        var compute = RoleCatalogue.Find("AzureML Compute Operator", RuleSet.Current)!.Definition;

        Assert.Equal(
            """
            it would be allowed if
              deny assignment `locked` excluded the principal, which only Azure can change
              `AzureML Compute Operator` were assigned at `/subscriptions/11111111-1111-1111-1111-111111111111`

            """.ReplaceLineEndings("\n"),
            AccessPolicy.Create([], [], [locked])
                .Explain(Ask(Alice, Computes + "write", Subscription)).FindRemedy([compute])!.ToString());
    }

    [Fact]
    public void A_condition_that_does_not_hold_is_the_other_way()
    {
        var remedy = AccessPolicy.Create(
                [Owner], [Assign(Owner, Alice, Workspace, condition: "@Request[known] BoolEquals true")])
            .Explain(Ask(Alice, "a/read", Workspace)).FindRemedy([])!;

        Assert.Equal("a1", Assert.Single(remedy.Conditional).Assignment.Id);
        Assert.Equal("it would be allowed if\n  the condition of `a1` held\n", remedy.ToString());
    }

    [Fact]
    public void A_role_that_cannot_be_assigned_there_is_not_named()
    {
        var elsewhere = new RoleDefinition("elsewhere", [Block(["a/*"])], assignableScopes: [Group10]);
        var here = new RoleDefinition("here", [Block(["a/*"])], assignableScopes: [Group1]);
        var data = new RoleDefinition("data", [Block(["a/*"], data: ["a/*"])]);
        var policy = AccessPolicy.Create([], []);

        Assert.Equal(
            ["here"],
            policy.Explain(Ask(Alice, "a/read", Workspace)).FindRemedy([elsewhere, here])!.RolesToAssign
                .Select(role => role.Role.Name));
        Assert.Empty(
            policy.Explain(Ask(Alice, "a/read", ManagementGroup("top"))).FindRemedy([data])!.RolesToAssign);
    }

    [Fact]
    public void A_role_whose_name_the_policy_has_for_another_is_not_named()
    {
        var policy = AccessPolicy.Create([Role("R", Block(["b/read"]))], []);
        var remedy = policy.Explain(Ask(Alice, "a/read", Workspace)).FindRemedy([Role("r", Block(["a/read"]))])!;

        Assert.Empty(remedy.RolesToAssign);
        Assert.Equal("it would be allowed if\n  there were a role for it, and it were assigned\n", remedy.ToString());
    }

    [Fact]
    [Trait("Rule", "AUTHZ-20")]
    public void A_guest_would_have_to_belong_to_the_directory()
    {
        var remedy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Workspace)])
            .Under(RuleSet.March2020)
            .Explain(AccessRequest.Control(
                Principal.Guest(Alice, GuestEvidence.Directory), Action("a/read"), Workspace))
            .FindRemedy()!;

        Assert.True(remedy.NeedsMembership);
        Assert.Equal("it would be allowed if\n  the principal belonged to the directory\n", remedy.ToString());
    }

    [Property(MaxTest = 700 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    public Property Without_the_assignment_that_is_named_the_others_that_are_named_decide() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var explanation = given.Policy.Explain(given.Request);
            if (explanation.Decision is not AccessDecision.Allowed allowed)
            {
                return true.ToProperty();
            }

            var without = With(given.Policy, assignments: [.. given.Policy.Assignments.Remove(allowed.Assignment)])
                .Decide(given.Request);
            return (without is AccessDecision.Allowed other
                    ? explanation.AlsoGrantedBy.Contains(other.Assignment)
                    : explanation.AlsoGrantedBy.IsEmpty)
                .Classify(without.IsAllowed, "another grants")
                .Classify(!without.IsAllowed, "flips");
        });

    [Property(MaxTest = 1000 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    [Trait("Rule", "RBAC-03")]
    public Property With_the_change_that_is_named_it_is_allowed_and_with_less_it_is_not() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var policy = given.Policy;
            if (policy.Explain(given.Request).FindRemedy(policy.Roles) is not { } remedy)
            {
                return true.ToProperty();
            }

            var role = remedy.RolesToAssign.FirstOrDefault()?.Role;
            var isPossible = !remedy.NeedsRole || role is not null;
            var whole = IsAllowedAfter(policy, remedy, remedy.DeniesToLift, role, isMember: true);
            var less = remedy.DeniesToLift.Select(kept =>
                    IsAllowedAfter(policy, remedy, remedy.DeniesToLift.Remove(kept), role, isMember: true))
                .Append(remedy.NeedsRole && IsAllowedAfter(policy, remedy, remedy.DeniesToLift, null, isMember: true))
                .Append(remedy.NeedsMembership
                    && IsAllowedAfter(policy, remedy, remedy.DeniesToLift, role, isMember: false));
            return (whole == isPossible && !less.Any(allowed => allowed))
                .Classify(isPossible, "possible")
                .Classify(remedy.DeniesToLift.Length > 0 && role is not null, "deny and role")
                .Classify(remedy.NeedsMembership, "membership");
        });

    [Property(MaxTest = 500 / Law.Share)]
    public Property A_role_that_is_not_named_would_not_have_granted() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var policy = With(given.Policy, roles: [.. given.Policy.Roles.Select(Unconditional)]);

            // There, roles with data actions cannot be assigned, whatever they grant.
            return given.Request.Scope.Level == ScopeLevel.ManagementGroup
                || policy.Explain(given.Request).FindRemedy(policy.Roles) is not { NeedsRole: true } remedy
                || policy.Roles.Except(remedy.RolesToAssign.Select(role => role.Role)).All(role =>
                    !IsAllowedAfter(policy, remedy, remedy.DeniesToLift, role, isMember: true));
        });

    private static bool IsAllowedAfter(
        AccessPolicy policy,
        AccessRemedy remedy,
        ImmutableArray<DenyAssignment> lifted,
        RoleDefinition? assigned,
        bool isMember)
    {
        var who = remedy.Request.Principal;
        ImmutableArray<RoleAssignment> more = assigned is null
            ? [] : [new RoleAssignment("new", who.Id, new RoleReference(assigned.Id, assigned.Name), remedy.Scope)];
        return With(
                policy,
                assignments: policy.Assignments.AddRange(more),
                denies: [.. policy.DenyAssignments.Select(deny => lifted.Contains(deny) ? Sparing(deny, who.Id) : deny)])
            .Decide(isMember ? remedy.Request with { Principal = Principal.User(who.Id) } : remedy.Request)
            .IsAllowed;
    }

    private static DenyAssignment Sparing(DenyAssignment deny, PrincipalId who) => new(
        deny.Id,
        deny.Scope,
        deny.Blocks,
        deny.Principals,
        deny.ExcludedPrincipals.Add(new DenyPrincipal(who)),
        deny.Name,
        deny.DoesNotApplyToChildScopes,
        deny.IsSystemProtected,
        deny.Effect,
        deny.Condition);

    private static RoleDefinition Unconditional(RoleDefinition role) => Role(
        role.Name,
        [
            .. role.Blocks.Select(block => new PermissionBlock(
                block.Actions, block.NotActions, block.DataActions, block.NotDataActions)),
        ]);

    private static AccessPolicy With(
        AccessPolicy policy,
        ImmutableArray<RoleDefinition>? roles = null,
        ImmutableArray<RoleAssignment>? assignments = null,
        ImmutableArray<DenyAssignment>? denies = null) => AccessPolicy.Create(
            roles ?? policy.Roles,
            assignments ?? policy.Assignments,
            denies ?? policy.DenyAssignments,
            policy.Groups,
            policy.Hierarchy)
        .Under(policy.Rules)
        .ReadAs(policy.Reading);
}
