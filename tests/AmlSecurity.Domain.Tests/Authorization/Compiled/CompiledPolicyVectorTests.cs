using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Conventions;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

/// <summary>Every real role on every real operation and plane.</summary>
public sealed class CompiledPolicyVectorTests
{
    [VectorTheory(RbacVectors.BuiltInPath, RbacVectors.OperationsPath)]
    [Trait("Rule", "RBAC-02")]
    [InlineData(WildcardReading.Azure, 1)]
    [InlineData(WildcardReading.Literal, 13)]
    public void Of_928_roles_and_11700_operations_on_both_planes_each_is_decided_as_by_the_role(
        WildcardReading reading, int step)
    {
        var roles = RbacVectors.BuiltIn.Values;
        var (control, data) = RbacVectors.Operations;
        ImmutableArray<ActionName> operations = [.. control.Concat(data).Distinct().Where((_, at) => at % step == 0)];
        var policy = CompiledPolicy.Compile(
            AccessPolicy.Create(roles, roles.Select((role, at) => Assign(role, Id($"p{at}"), Workspace)))
                .ReadAs(reading),
            operations);
        var where = policy.Resolve(Compute);
        var differences = new List<string>();
        foreach (var plane in Enum.GetValues<Plane>())
        {
            ImmutableArray<ActionHandle> handles = [.. operations.Select(action => policy.Resolve(action, plane))];
            foreach (var (at, role) in roles.Index())
            {
                var who = policy.Resolve(Principal.User(Id($"p{at}")));
                foreach (var (number, handle) in handles.Index())
                {
                    // Without attributes no condition of a built-in role that targets an operation holds.
                    var verdict = policy.Decide(who, handle, where);
                    var isGranted = verdict.IsAllowed
                        || verdict.Reason is DenialReason.ConditionNotMet or DenialReason.ConditionUnreadable;
                    if (isGranted != role.Covers(operations[number], plane, reading))
                    {
                        differences.Add($"{role.Name} on {operations[number]} ({plane}): {verdict}");
                    }
                }
            }
        }

        Violations.None(differences);
    }
}
