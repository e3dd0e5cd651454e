using System.Collections;
using System.Diagnostics;
using System.Globalization;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Tests.Vectors;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>Holds the comparison of real roles against the real operations.</summary>
/// <remarks>A comparison is about names of well-formed segments, so the few operations that are listed with a trailing
/// slash, a blank or a placeholder are left out. <c>eng/compare-roles.sh</c> takes more roles, by
/// <c>AMLSEC_ROLES</c>.</remarks>
public sealed class RoleComparisonVectorTests(ITestOutputHelper output)
{
    private static readonly int Count = int.TryParse(
        Environment.GetEnvironmentVariable("AMLSEC_ROLES"), CultureInfo.InvariantCulture, out var asked) ? asked : 40;

    [VectorFact(RbacVectors.BuiltInPath, RbacVectors.OperationsPath)]
    [Trait("Rule", "RBAC-05")]
    [Trait("Rule", "RBAC-06")]
    public void No_operation_contradicts_a_comparison_and_the_roles_confirm_every_witness()
    {
        var roles = RbacVectors.BuiltIn.Values;
        var step = Math.Max(roles.Length / Count, 1);
        var sample = roles.Where((_, at) => at % step == 0).Take(Count).ToArray();
        var relations = new SortedDictionary<RoleRelation, int>();
        var watch = new Stopwatch();
        foreach (var reading in Enum.GetValues<WildcardReading>())
        {
            foreach (var plane in Enum.GetValues<Plane>())
            {
                var grants = sample.Select(role => BitsOf(role, plane, reading)).ToArray();
                for (var a = 0; a < sample.Length; a++)
                {
                    for (var b = 0; b < sample.Length; b++)
                    {
                        watch.Start();
                        var compared = RoleComparison.Compare(sample[a], sample[b], plane, reading);
                        watch.Stop();
                        relations[compared.Relation] = relations.GetValueOrDefault(compared.Relation) + 1;
                        RoleComparisonTests.Confirm(compared);
                        Assert.False(compared.OnlyA is null && Without(grants[a], grants[b]), compared.ToString());
                        Assert.False(compared.OnlyB is null && Without(grants[b], grants[a]), compared.ToString());
                        Assert.False(compared.Both is null && Overlap(grants[a], grants[b]), compared.ToString());
                    }
                }
            }
        }

        output.WriteLine($"{sample.Length} roles, {string.Join(", ", relations)}, {watch.Elapsed} in comparisons");
        Assert.Equal(4 * sample.Length * sample.Length, relations.Values.Sum());
        Assert.Equal(Enum.GetValues<RoleRelation>().Length, relations.Count);
    }

    private static BitArray BitsOf(RoleDefinition role, Plane plane, WildcardReading reading)
    {
        var listed = plane == Plane.Control ? RbacVectors.Operations.Control : RbacVectors.Operations.Data;
        var operations = listed.RemoveAll(operation => ActionName.Read(operation.Text).IsT1);
        var bits = new BitArray(operations.Length);
        foreach (var at in role.Effective(operations, plane, reading))
        {
            bits[at] = true;
        }

        return bits;
    }

    private static bool Without(BitArray some, BitArray others) =>
        new BitArray(others).Not().And(some).HasAnySet();

    private static bool Overlap(BitArray some, BitArray others) => new BitArray(others).And(some).HasAnySet();
}
