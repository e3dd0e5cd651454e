using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Counts what is found in the 928 built-in roles; the numbers were found by another program.</summary>
public sealed class RoleLintVectorTests
{
    private static readonly Lazy<ImmutableArray<(RoleDefinition Role, ImmutableArray<RoleLintFinding> Findings)>>
        LazyFindings = new(() => [.. RbacVectors.BuiltIn.Values.Select(role => (role, RoleLint.Check(role)))]);

    [VectorTheory(RbacVectors.BuiltInPath)]
    [Trait("Rule", "RBAC-02")]
    [InlineData(RoleLintCode.Duplicate, 44, 22)]
    [InlineData(RoleLintCode.Subsumed, 229, 77)]
    [InlineData(RoleLintCode.DeadExclusion, 51, 11)]
    [InlineData(RoleLintCode.GrantsNothing, 4, 4)]
    [InlineData(RoleLintCode.Malformed, 10, 10)]
    [InlineData(RoleLintCode.ConditionNeverApplies, 0, 0)]
    public void So_many_findings_are_in_so_many_roles(RoleLintCode code, int findings, int roles)
    {
        var found = LazyFindings.Value
            .Select(role => role.Findings.Count(finding => finding.Code == code))
            .Where(count => count > 0)
            .ToList();

        Assert.Equal((findings, roles), (found.Sum(), found.Count));
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    [Trait("Rule", "RBAC-02")]
    public void Twenty_roles_in_nine_groups_have_equal_permissions()
    {
        var groups = RoleLint.EqualRoles(RbacVectors.BuiltIn.Values);

        Assert.Equal((9, 20), (groups.Length, groups.Sum(group => group.Length)));
        Assert.All(groups, group => Assert.All(Enum.GetValues<Plane>(), plane => Assert.Equal(
            RoleRelation.Equal, RoleComparison.Compare(group[0], group[1], plane).Relation)));
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    [Trait("Rule", "ROLE-02")]
    public void Twenty_eight_roles_write_role_assignments_and_three_of_them_without_a_condition()
    {
        var found = LazyFindings.Value
            .Select(role => (role.Role.Name, Finding: role.Findings.SingleOrDefault(finding =>
                finding.Code == RoleLintCode.Escalation
                && finding.Action == EscalationWays.WriteRoleAssignments.Action)))
            .Where(role => role.Finding is not null)
            .ToList();

        Assert.Equal(28, found.Count);
        Assert.Equal(
            ["Owner", "Role Based Access Control Administrator", "User Access Administrator"],
            found.Where(role => !role.Finding!.IsConditional).Select(role => role.Name).Order());
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    [Trait("Rule", "RBAC-05")]
    public void Every_entry_that_is_said_to_depend_on_the_reading_does()
    {
        var found = (
            from role in LazyFindings.Value
            from finding in role.Findings
            where finding.Code == RoleLintCode.ReadingDependent
            select (role.Role, finding)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Contains(Enum.GetValues<Plane>(), plane =>
            row.Role.Covers(row.finding.Action!, plane)
            != row.Role.Covers(row.finding.Action!, plane, WildcardReading.Literal)));
    }

    [VectorFact(RbacVectors.BuiltInPath, RbacVectors.OperationsPath)]
    [Trait("Rule", "RBAC-06")]
    public void An_inventory_knows_what_a_search_of_every_operation_finds()
    {
        var (control, data) = RbacVectors.Operations;
        var inventory = OperationInventory.Create(control, data);

        Assert.All(
            RbacVectors.BuiltIn.Values.SelectMany(RbacVectors.PatternsOf).Distinct().Where((_, at) => at % 19 == 0),
            pattern => Assert.Equal(
                (control.Any(action => pattern.Matches(action)), data.Any(action => pattern.Matches(action))),
                (inventory.Knows(pattern, Plane.Control), inventory.Knows(pattern, Plane.Data))));
    }
}
