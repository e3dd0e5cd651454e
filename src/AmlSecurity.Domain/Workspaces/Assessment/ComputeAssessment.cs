using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Judges a compute target whose workspace no document configures (NET-07, VNET-01, ENC-37).</summary>
internal static class ComputeAssessment
{
    public static IEnumerable<Finding> Alone(Estate estate, ConfigurationResource compute, RuleSet rules)
    {
        return
        [
            .. Instance(compute, rules),
            .. NetworkAssessment.Compute(estate, null, compute),
            .. StoreAssessment.TemporaryDisk(null, compute) is { } finding ? [finding] : Array.Empty<Finding>(),
        ];
    }

    private static IEnumerable<Finding> Instance(ConfigurationResource compute, RuleSet rules)
    {
        bool? isInstance = ComputeNetwork.IsOf(compute, "ComputeInstance");
        if (isInstance != false && SupportTable.Find(SupportSubject.ComputeInstanceWithWorkspacePrivateLink, rules)
            is SupportAnswer.NotSupported { Fact: var fact })
        {
            var open = isInstance == true
                ? "whether its workspace has private link is not known"
                : "whether this is a compute instance is not known";
            yield return Say.Open(fact.Rule, compute.Properties["computeType"], $"{fact.Statement}, and {open}");
        }
    }
}
