using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>The rules that this room cites. <c>docs/rules/compatibility.md</c> states each.</summary>
public static class CompatibilityRules
{
    /// <summary>Gets SCOPE-01: the oldest SDK that the rules speak of.</summary>
    public static RuleId OldestSdk { get; } = RuleId.Of("SCOPE-01");

    /// <summary>Gets AUTHN-11: which forms of authentication a hosting target has, and which it starts with.</summary>
    public static RuleId FormsByTarget { get; } = RuleId.Of("AUTHN-11");

    /// <summary>Gets NET-06: the eight rows as one predicate.</summary>
    public static RuleId Predicate { get; } = RuleId.Of("NET-06");

    /// <summary>Gets NET-07: no compute instance in a workspace with private link.</summary>
    public static RuleId ComputeInstance { get; } = RuleId.Of("NET-07");

    /// <summary>Gets NET-08: no Azure Kubernetes Service with private link.</summary>
    public static RuleId KubernetesPrivateLink { get; } = RuleId.Of("NET-08");

    /// <summary>Gets ENC-28: a container group can be encrypted with a customer-managed key.</summary>
    public static RuleId ContainerInstanceKey { get; } = RuleId.Of("ENC-28");

    /// <summary>Gets ENC-29: it takes the key as three values, all or none.</summary>
    public static RuleId ThreeValues { get; } = RuleId.Of("ENC-29");

    /// <summary>Gets ENC-30: a cluster can be encrypted with a customer-managed key.</summary>
    public static RuleId KubernetesKey { get; } = RuleId.Of("ENC-30");

    /// <summary>Gets ENC-31: that covers the data disks and the OS disks.</summary>
    public static RuleId KubernetesDisks { get; } = RuleId.Of("ENC-31");

    /// <summary>Gets ENC-32: the oldest version of Kubernetes that has it.</summary>
    public static RuleId OldestKubernetes { get; } = RuleId.Of("ENC-32");

    /// <summary>Gets TLS-03: a deployed service speaks TLS 1.2 only.</summary>
    public static RuleId TlsVersion { get; } = RuleId.Of("TLS-03");

    /// <summary>Gets TLS-04: where the certificate of a service may come from.</summary>
    public static RuleId CertificateSource { get; } = RuleId.Of("TLS-04");

    /// <summary>Gets TLS-05: the certificate names the address that clients use.</summary>
    public static RuleId CertificateName { get; } = RuleId.Of("TLS-05");

    /// <summary>Gets VNET-01: where a virtual network must be.</summary>
    public static RuleId NetworkPlace { get; } = RuleId.Of("VNET-01");

    /// <summary>Gets VNET-02: storage shares the subnet of the compute.</summary>
    public static RuleId StorageSubnet { get; } = RuleId.Of("VNET-02");

    /// <summary>Gets VNET-03: what a registry in a virtual network needs.</summary>
    public static RuleId RegistryInNetwork { get; } = RuleId.Of("VNET-03");

    /// <summary>Gets VNET-04: container groups need a subnet that is delegated to them.</summary>
    public static RuleId SubnetDelegation { get; } = RuleId.Of("VNET-04");

    /// <summary>Gets VNET-05: which address ranges of a cluster keep apart.</summary>
    public static RuleId ClusterRanges { get; } = RuleId.Of("VNET-05");

    /// <summary>Gets VNET-06: no storage account with private link.</summary>
    public static RuleId StoragePrivateLink { get; } = RuleId.Of("VNET-06");
}
