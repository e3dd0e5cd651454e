using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

public sealed class IdentityDriftTests
{
    private static readonly WorkspaceIdentity Full = Identity(VaultElsewhere, Registry);

    [Fact]
    [Trait("Rule", "IDENT-10")]
    public void An_identity_that_has_its_table_has_no_drift()
    {
        var drift = Compare(Full, VaultAccess.Everything, [.. Full.ToAssignments(IdentityId)]);

        Assert.All(drift.Checks, check => Assert.Equal(GrantStatus.Present, check.Status));
        Assert.Empty(drift.Findings);
        Assert.Empty(drift.Missing);
        Assert.Empty(drift.Extra);
        Assert.Null(drift.Restore);
    }

    [Fact]
    [Trait("Rule", "IDENT-10")]
    [Trait("Rule", "IDENT-11")]
    public void What_was_revoked_is_a_violation_and_comes_back_by_resynchronising_keys()
    {
        var drift = Compare(
            Full,
            VaultAccess.Everything,
            [.. Full.ToAssignments(IdentityId).Where(assignment => assignment.Scope != Storage)]);

        var finding = Assert.Single(drift.Findings);
        Assert.Equal(("IDENT-10", FindingSeverity.Violation), (finding.Rule.Text, finding.Severity));
        Assert.Equal(
            $"`churn` has lost Storage Blob Data Contributor on `{Storage}` (IDENT-04): no assignment gives it",
            finding.Message);
        Assert.Contains("workspaces/resyncKeys/action` (IDENT-11)", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal((MlActions.ResyncKeys, Authorization.Examples.Workspace), (drift.Restore!.Action, drift.Restore.Scope));
        Assert.Equal([Storage], drift.Restore.Assignments.Select(assignment => assignment.Scope));
        Assert.False(drift.Restore.OpensVault);
        Assert.True(Policy(Assign(Contributor, Alice, Authorization.Examples.Workspace))
            .Decide(drift.Restore.RequestBy(Principal.User(Alice))).IsAllowed);
        Assert.False(Policy(Assign(Reader, Alice, Authorization.Examples.Workspace))
            .Decide(drift.Restore.RequestBy(Principal.User(Alice))).IsAllowed);
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void An_inherited_contributor_counts_and_says_from_where()
    {
        var drift = Compare(
            Full, VaultAccess.Everything, Assign(Contributor, IdentityId, Group1), Assign(BlobContributor, IdentityId, Storage));

        Assert.Equal(["IDENT-08"], drift.Missing.Select(grant => grant.Rule.Text));
        Assert.Equal($"`Contributor` inherited from `{Group1}`", Check(drift, "IDENT-03").Reason);
        Assert.True(Check(drift, "IDENT-06").Holdings[0].IsInherited);
        Assert.Equal("`Contributor` assigned directly", Check(drift, "IDENT-07").Reason);
        Assert.Empty(drift.Extra);
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void A_grant_may_come_through_groups_and_from_a_management_group()
    {
        var drift = Compare(
            Full, VaultAccess.Everything, Assign(Contributor, OuterGroupId, ManagementGroup("mg")));

        Assert.Equal(["IDENT-04"], drift.Missing.Select(grant => grant.Rule.Text));
        Assert.Equal([GroupId, OuterGroupId], Check(drift, "IDENT-08").Holdings[0].ThroughGroups.AsEnumerable());
        Assert.Equal(
            ["IDENT-03", "IDENT-06", "IDENT-07", "IDENT-08"],
            Assert.Single(drift.Extra).Covers.Select(rule => rule.Text));
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void The_nearest_assignment_speaks_first()
    {
        var check = Check(
            Compare(Full, null, Assign(Contributor, IdentityId, Subscription, "a"), Assign(Contributor, IdentityId, Authorization.Examples.Workspace, "b")),
            "IDENT-03");

        Assert.Equal(["b", "a"], check.Holdings.Select(holding => holding.Assignment.Id));
        Assert.Equal(Authorization.Examples.Workspace, check.Holdings[0].From);
    }

    [Fact]
    public void Another_principals_assignments_and_those_elsewhere_or_below_do_not_count()
    {
        var drift = Compare(
            Full,
            VaultAccess.Everything,
            Assign(Contributor, Alice, Group1),
            Assign(Contributor, IdentityId, OtherWorkspace),
            Assign(Contributor, IdentityId, Compute));

        Assert.Equal(5, drift.Missing.Length);
        Assert.Equal([1, 2], drift.Extra.Select(extra => extra.Index));
        Assert.All(drift.Extra, extra => Assert.Empty(extra.Covers));
    }

    public static TheoryData<string, string, GrantStatus> Judgements => new()
    {
        { "IDENT-03", "Owner", GrantStatus.Present },
        { "IDENT-03", "Nearly Owner", GrantStatus.Present },
        { "IDENT-03", "Nearly Contributor", GrantStatus.Missing },
        { "IDENT-03", "Reader", GrantStatus.Missing },
        { "IDENT-03", "Storage Blob Data Contributor", GrantStatus.Missing },
        { "IDENT-03", "Everything of blobs", GrantStatus.Missing },
        { "IDENT-03", "No such role", GrantStatus.Undetermined },
        { "IDENT-04", "Owner", GrantStatus.Missing },
        { "IDENT-04", "Contributor", GrantStatus.Missing },
        { "IDENT-04", "Nearly Owner", GrantStatus.Missing },
        { "IDENT-04", "Storage Blob Data Reader", GrantStatus.Missing },
        { "IDENT-04", "Everything of blobs", GrantStatus.Present },
        { "IDENT-04", "No such role", GrantStatus.Undetermined },
    };

    [Theory]
    [MemberData(nameof(Judgements))]
    [Trait("Rule", "DEC-15")]
    public void A_role_does_for_another_by_its_actions_on_their_planes(string rule, string role, GrantStatus status)
    {
        var scope = Full.Table.Single(grant => grant.Rule.Text == rule).Scope!;
        var held = new RoleAssignment("a", IdentityId, new RoleReference(null, role), scope);

        Assert.Equal(status, Check(Compare(Full, null, held), rule).Status);
    }

    [Fact]
    public void Without_definitions_the_roles_of_the_table_and_the_well_known_ones_are_recognised()
    {
        GrantStatus StatusOf(RoleReference role, string rule) => Check(
            IdentityDrift.Compare(
                Full,
                IdentityId,
                AccessPolicy.Create([], [new RoleAssignment("a", IdentityId, role, Subscription)]),
                null),
            rule).Status;

        Assert.Equal(GrantStatus.Present, StatusOf(new RoleReference(Contributor.Id), "IDENT-03"));
        Assert.Equal(GrantStatus.Present, StatusOf(new RoleReference(Owner.Id), "IDENT-03"));
        Assert.Equal(GrantStatus.Present, StatusOf(new RoleReference(null, "contributor"), "IDENT-03"));
        Assert.Equal(GrantStatus.Present, StatusOf(new RoleReference(BlobContributor.Id), "IDENT-04"));
        Assert.Equal(GrantStatus.Missing, StatusOf(new RoleReference(Owner.Id), "IDENT-04"));
        Assert.Equal(GrantStatus.Missing, StatusOf(new RoleReference(Reader.Id), "IDENT-03"));
        Assert.Equal(GrantStatus.Undetermined, StatusOf(new RoleReference(BlobReader.Id), "IDENT-03"));
    }

    [Fact]
    public void A_custom_role_that_is_called_Contributor_is_judged_by_its_actions()
    {
        var policy = AccessPolicy.Create(
            [Role("Contributor", Block(["*/read"]))],
            [new RoleAssignment("a", IdentityId, new RoleReference(null, "Contributor"), Subscription)]);

        Assert.Equal(
            GrantStatus.Missing, Check(IdentityDrift.Compare(Full, IdentityId, policy, null), "IDENT-03").Status);
    }

    [Fact]
    public void An_exclusion_of_the_real_contributor_is_no_loss()
    {
        const string Share = "Microsoft.Compute/galleries/share/action";
        var real = new RoleDefinition("Contributor", [Block(["*"], [Share])], Contributor.Id, RoleKind.BuiltIn);
        var custom = Role("Custom", Block(["*"], ["microsoft.compute/GALLERIES/share/action", "a**b"]));
        GrantStatus StatusUnder(params RoleDefinition[] roles) => Check(
            IdentityDrift.Compare(
                Full, IdentityId, AccessPolicy.Create(roles, [Assign(custom, IdentityId, Authorization.Examples.Workspace)]), null),
            "IDENT-03").Status;

        Assert.Equal(GrantStatus.Present, StatusUnder(real, custom));
        Assert.Equal(GrantStatus.Missing, StatusUnder(custom));
    }

    [Fact]
    public void Under_a_condition_it_is_not_known_and_the_row_is_not_extra()
    {
        var drift = Compare(
            Full, null, Assign(BlobContributor, IdentityId, Storage, condition: "@Resource[x] StringEquals 'y'"));

        Assert.Equal(GrantStatus.Undetermined, Check(drift, "IDENT-04").Status);
        Assert.Contains("under a condition", Check(drift, "IDENT-04").Reason, StringComparison.Ordinal);
        Assert.Empty(drift.Extra);
        Assert.Contains(drift.Findings, finding => finding is
        { Rule.Text: "IDENT-04", Severity: FindingSeverity.Undetermined, Path: "$.assignments" });
    }

    [Fact]
    public void A_block_under_a_condition_is_not_known_to_give_anything()
    {
        var role = Role("Conditional", Block(["*"], condition: "@Resource[x] StringEquals 'y'"));
        var policy = AccessPolicy.Create([role], [Assign(role, IdentityId, Authorization.Examples.Workspace)]);

        Assert.Equal(
            GrantStatus.Undetermined, Check(IdentityDrift.Compare(Full, IdentityId, policy, null), "IDENT-03").Status);
    }

    [Fact]
    [Trait("Rule", "IDENT-05")]
    public void Access_to_the_vault_is_known_only_if_it_is_told()
    {
        GrantCheck With(VaultAccess? access) =>
            Check(Compare(Full, access, [.. Full.ToAssignments(IdentityId)]), "IDENT-05");

        Assert.Equal(GrantStatus.Undetermined, With(null).Status);
        Assert.Equal(GrantStatus.Present, With(VaultAccess.Everything).Status);
        Assert.Equal("of the content, keys, certificates is open to the full", With(new(true, false, true)).Reason);
        Assert.Equal("of the content, nothing is open to the full", With(default(VaultAccess)).Reason);
        Assert.Equal(GrantStatus.Missing, With(new(true, true, false)).Status);
        Assert.True(Compare(Full, default(VaultAccess), [.. Full.ToAssignments(IdentityId)]).Restore!.OpensVault);
    }

    [Fact]
    [Trait("Rule", "DEC-15")]
    public void A_pending_grant_is_no_drift()
    {
        var identity = Identity();
        var drift = Compare(identity, VaultAccess.Everything, [.. identity.ToAssignments(IdentityId)]);

        Assert.Equal(GrantStatus.Pending, Check(drift, "IDENT-06").Status);
        Assert.Empty(drift.Findings);
        Assert.Null(drift.Restore);
    }

    [Fact]
    [Trait("Rule", "IDENT-09")]
    public void What_the_table_does_not_call_for_is_advice_at_its_place()
    {
        var drift = Compare(
            Full,
            VaultAccess.Everything,
            [
                .. Full.ToAssignments(IdentityId), Assign(Reader, IdentityId, Vault), Assign(Owner, GroupId, Subscription),
            ]);

        Assert.Equal([("IDENT-09", "$.assignments[5]"), ("IDENT-09", "$.assignments[6]")],
            drift.Findings.Select(finding => (finding.Rule.Text, finding.Path)));
        Assert.All(drift.Findings, finding => Assert.Equal(FindingSeverity.Advice, finding.Severity));
        Assert.Contains("though it gives IDENT-03, IDENT-06, IDENT-07, IDENT-08", drift.Findings[1].Message, StringComparison.Ordinal);
        Assert.Equal([GroupId], drift.Extra[1].ThroughGroups.AsEnumerable());
    }

    private static IdentityDrift Compare(
        WorkspaceIdentity identity, VaultAccess? vault, params RoleAssignment[] assignments) =>
        IdentityDrift.Compare(identity, IdentityId, Policy(assignments), vault);

    private static GrantCheck Check(IdentityDrift drift, string rule) =>
        drift.Checks.Single(check => check.Grant.Rule.Text == rule);
}
