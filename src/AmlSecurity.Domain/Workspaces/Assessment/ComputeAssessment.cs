using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges a compute target whose workspace no document configures (NET-07, VNET-01, ENC-37).</summary>
internal static class ComputeAssessment
{
    public static IEnumerable<Finding> Alone(Estate estate, ConfigurationResource compute, RuleSet rules)
    {
        bool? isInstance = ComputeNetwork.IsOf(compute, "ComputeInstance");
        return
        [
            .. isInstance == false
                ? []
                : SupportTable.Assess(
                    SupportSubject.ComputeInstanceWithWorkspacePrivateLink,
                    isUsed: null,
                    rules,
                    compute.Properties["computeType"].Place),
            .. NetworkAssessment.Compute(estate, null, compute),
            .. StoreAssessment.TemporaryDisk(null, compute) is { } finding ? [finding] : Array.Empty<Finding>(),
        ];
    }
}
