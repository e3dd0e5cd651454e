using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Tests.Auditing;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>What published activity logs show was used, held against the real roles and operations.</summary>
public sealed class LeastPrivilegeVectorTests
{
    [VectorFact(
        "aml/activity-log", "audit/activity-log", RbacVectors.BuiltInPath, RbacVectors.OperationsPath)]
    [Trait("Rule", "MON-06")]
    public void The_roles_that_cover_a_real_log_do_and_their_surplus_is_that_of_a_count()
    {
        var (control, data) = RbacVectors.Operations;
        var operations = OperationInventory.Create(control, data);
        var sets = UsedActions.From(ActivityLogLab.Vectors().Select(vector => ActivityLogLab.One(vector.Json))).Sets
            .Where(set => !set.Used.IsEmpty)
            .ToList();

        Assert.NotEmpty(sets);
        foreach (var used in sets.Select(set => set.Used))
        {
            var least = LeastPrivilege.For(used, Plane.Control, RbacVectors.BuiltIn.Values, operations);
            var exact = least.ToRole("exact", []);

            Assert.All(used, action => Assert.True(exact.Covers(action, Plane.Control)));
            Assert.DoesNotContain(operations.Control.Except(used), action => exact.Covers(action, Plane.Control));
            Assert.Empty(least.Uncovered);
            Assert.Contains(least.Covering, role => role.Role.Name == "Owner");
            Assert.Equal(least.Covering, least.Covering.OrderBy(role => role.Surplus).ThenBy(role => role.Size));
            Assert.All(least.Covering.Take(5), role =>
            {
                Assert.All(used, action => Assert.True(role.Role.Covers(action, Plane.Control)));
                Assert.Equal(
                    operations.Control.Except(used).Count(action => role.Role.Covers(action, Plane.Control))
                        + operations.Data.Count(action => role.Role.Covers(action, Plane.Data)),
                    role.Surplus);
            });
        }
    }
}
