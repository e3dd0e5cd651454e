using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Holds the reader against deny assignments of the documentation.</summary>
public sealed class DenyAssignmentVectorTests
{
    private const string Path = "rbac/deny-assignments.json";

    [VectorFact(Path)]
    public void All_are_read_and_the_one_null_principal_is_reported()
    {
        var reading = DenyAssignment.Read(RbacVectors.Bytes(Path), Strictness.Lenient);

        Assert.Empty(reading.Faults);
        Assert.Equal(6, reading.Values.Length);
        var notice = Assert.Single(reading.Notices);
        Assert.Equal((DocumentFaultKind.Missing, "$[0].excludePrincipals[0]"), (notice.Kind, notice.Path));
        Assert.Equal([0, 1, 2, 1, 0, 0], reading.Values.Select(deny => deny.ExcludedPrincipals.Length));
        Assert.Equal(
            [true, true, false, true, true, true], reading.Values.Select(deny => deny.DoesNotApplyToChildScopes));
        Assert.All(reading.Values, deny =>
        {
            Assert.True(deny.IsSystemProtected);
            Assert.Equal(DenyEffect.Enforced, deny.Effect);
            Assert.Equal(
                new DenyPrincipal(PrincipalId.Everyone, PrincipalKind.SystemDefined), deny.Principals.Single());
        });
    }

    [VectorFact(Path)]
    public void One_without_an_id_is_named_by_its_place() => Assert.Equal(
        [
            "22222222-2222-2222-2222-222222222222",
            "33333333-3333-3333-3333-333333333333",
            "$[2]",
            "$[3]",
            "$[4]",
            "$[5]",
        ],
        DenyAssignment.Read(RbacVectors.Bytes(Path), Strictness.Lenient).Values.Select(deny => deny.Id));

    [VectorFact(Path)]
    public void Strict_reading_refuses_only_the_one_with_the_null_principal()
    {
        var reading = DenyAssignment.Read(RbacVectors.Bytes(Path));

        Assert.Equal(5, reading.Values.Length);
        Assert.Equal("$[0].excludePrincipals[0]", Assert.Single(reading.Faults).Path);
    }

    [VectorFact(Path)]
    public void They_read_as_they_were_after_writing()
    {
        var denies = DenyAssignment.Read(RbacVectors.Bytes(Path), Strictness.Lenient).Values;

        foreach (var deny in denies)
        {
            Assert.Equal(deny, DenyAssignment.Read(Written(deny.WriteTo)).Values.Single());
        }
    }

    [VectorFact(Path)]
    [Trait("Rule", "RBAC-03")]
    public void A_blueprint_that_must_not_be_deleted_is_not_even_by_an_Owner()
    {
        var denies = DenyAssignment.Read(RbacVectors.Bytes(Path), Strictness.Lenient).Values;
        var locked = denies.Single(deny => deny.Name == "Blueprint Do Not Delete, resource");
        var spared = locked.ExcludedPrincipals[0].Id;
        var policy = AccessPolicy.Create(
            [Owner], [Assign(Owner, Alice, locked.Scope, "a1"), Assign(Owner, spared, locked.Scope, "a2")], [locked]);

        Assert.False(policy.Decide(Ask(Alice, "Microsoft.Storage/storageAccounts/delete", locked.Scope)).IsAllowed);
        Assert.True(policy.Decide(Ask(Alice, "Microsoft.Storage/storageAccounts/write", locked.Scope)).IsAllowed);
        Assert.True(policy.Decide(Ask(spared, "Microsoft.Storage/storageAccounts/delete", locked.Scope)).IsAllowed);
    }
}
