using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Workspaces;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

/// <summary>Holds drift against access decisions: each assignment by itself, on operations that tell the roles
/// apart.</summary>
public sealed class IdentityDriftLawTests
{
    private const string Blobs = "Microsoft.Storage/storageAccounts/blobServices/containers/";

    private static readonly WorkspaceIdentity Full = Identity(VaultElsewhere, Registry);

    private static readonly ResourceId[] Scopes =
    [
        Authorization.Examples.Workspace, Storage, Registry, VaultElsewhere, WorkspaceGroup, VaultGroup, Examples.Subscription,
        Examples.ManagementGroup("mg"), Examples.OtherWorkspace,
    ];

    private static readonly (string Action, Plane Plane)[] OfContributor =
    [
        ("Microsoft.MachineLearningServices/workspaces/write", Plane.Control),
        ("Microsoft.ContainerRegistry/registries/write", Plane.Control),
        ("Microsoft.Resources/deployments/write", Plane.Control),
        ("Microsoft.Authorization/roleAssignments/read", Plane.Control),
    ];

    private static readonly (string Action, Plane Plane)[] OfBlobs =
    [
        (Blobs + "read", Plane.Control), (Blobs + "write", Plane.Control), (Blobs + "delete", Plane.Control),
        (Blobs + "blobs/read", Plane.Data), (Blobs + "blobs/write", Plane.Data), (Blobs + "blobs/delete", Plane.Data),
    ];

    private static readonly Gen<RoleAssignment> Assignments =
        from role in Gen.Elements(Roles)
        from scope in Gen.Elements(Scopes)
        from holder in Gen.Elements(IdentityId, IdentityId, GroupId, OuterGroupId, Examples.Alice)
        from id in Gen.Choose(1, 99)
        select Examples.Assign(role, holder, scope, $"x{id}");

    private static readonly Gen<ImmutableArray<RoleAssignment>> Exports =
        from table in Gen.SubListOf<RoleAssignment>(Full.ToAssignments(IdentityId))
        from more in Gen.ListOf(Assignments)
        from order in Gen.Shuffle(table.Concat(more.Take(4)))
        select order.ToImmutableArray();

    [Property(MaxTest = 500 / Law.Share)]
    [Trait("Rule", "IDENT-10")]
    [Trait("Rule", "DEC-15")]
    public Property A_grant_is_present_if_and_only_if_one_assignment_decides_so() => Prop.ForAll(
        Exports.ToArbitrary(),
        export =>
        {
            var missing = Compare(export).Missing.Select(grant => grant.Rule.Text).ToArray();
            return missing.SequenceEqual(MissingByDecisions(export))
                .Label($"{string.Join(", ", missing)} in {string.Join("; ", export)}")
                .Classify(missing.Length == 0, "nothing missing")
                .Classify(missing.Length is > 0 and < 5, "some missing")
                .Classify(missing.Length == 5, "all missing");
        });

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "IDENT-10")]
    public Property Removing_an_assignment_loses_what_no_other_one_gives() => Prop.ForAll(
        (from more in Gen.ListOf(Assignments)
         from order in Gen.Shuffle(Full.ToAssignments(IdentityId).Concat(more.Take(4)))
         from at in Gen.Choose(0, order.Length - 1)
         select (Healthy: order.ToImmutableArray(), At: at)).ToArbitrary(),
        given =>
        {
            var left = given.Healthy.RemoveAt(given.At);
            var missing = Compare(left).Missing.Select(grant => grant.Rule.Text).ToArray();
            return (Compare(given.Healthy).Missing.IsEmpty && missing.SequenceEqual(MissingByDecisions(left)))
                .Classify(missing.Length == 0, "another one gives it")
                .Classify(missing.Length > 0, "something is lost");
        });

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "IDENT-11")]
    public Property The_step_that_restores_leaves_nothing_missing_and_adds_nothing_else() => Prop.ForAll(
        Exports.ToArbitrary(),
        export =>
        {
            var before = Compare(export);
            var after = Compare([.. export, .. before.Restore?.Assignments ?? []]);
            return (after.Missing.IsEmpty
                    && after.Extra.Length == before.Extra.Length
                    && (before.Restore is null) == before.Missing.IsEmpty
                    && (before.Restore is null || before.Restore.Grants.SequenceEqual(before.Missing)))
                .Classify(before.Restore is not null, "restored");
        });

    [Fact]
    public void The_exports_reach_every_outcome_often()
    {
        const int Samples = 1000;
        var drifts = Exports.Sample(Samples, new Rnd(20200313), 50).Select(Compare).ToArray();

        Assert.True(drifts.Count(drift => drift.Missing.IsEmpty) > Samples / 20, "nothing missing is too rare");
        Assert.True(drifts.Count(drift => drift.Missing.Length is > 0 and < 5) > Samples / 4, "some missing is too rare");
        Assert.True(drifts.Count(drift => !drift.Extra.IsEmpty) > Samples / 4, "extra assignments are too rare");
        Assert.All(Full.Grants.Where(grant => grant.Role is not null), grant => Assert.True(
            drifts.Count(drift => drift.Checks.Any(check =>
                check.Grant == grant
                && check.Holdings is [var held, ..]
                && (held.IsInherited || !held.ThroughGroups.IsEmpty))) > Samples / 50,
            $"{grant} never comes another way"));
    }

    private static IdentityDrift Compare(ImmutableArray<RoleAssignment> export) =>
        IdentityDrift.Compare(Full, IdentityId, Policy([.. export]), VaultAccess.Everything);

    private static string[] MissingByDecisions(ImmutableArray<RoleAssignment> export) =>
    [
        .. Full.Grants
            .Where(grant => grant.Role is not null)
            .Where(grant => !export.Any(assignment => Gives(assignment, grant)))
            .Select(grant => grant.Rule.Text),
    ];

    private static bool Gives(RoleAssignment assignment, ManagedIdentityGrant grant)
    {
        var alone = Policy(assignment);
        return (grant.RoleName == "Contributor" ? OfContributor : OfBlobs).All(asked => alone.Decide(new AccessRequest(
            Principal.ManagedIdentity(IdentityId), Examples.Action(asked.Action), asked.Plane, grant.Scope!)).IsAllowed);
    }
}
