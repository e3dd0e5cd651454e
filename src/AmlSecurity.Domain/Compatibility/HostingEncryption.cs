using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>How a hosting target is encrypted with a customer-managed key (ENC-28 to ENC-32).</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record HostingEncryption
{
    private HostingEncryption(
        HostingTarget target, string covers, string when, KubernetesVersion? oldest, RuleId[] rules)
    {
        Target = target;
        Covers = covers;
        When = when;
        OldestVersion = oldest;
        Rules = [.. rules];
    }

    /// <summary>Gets the hosting target.</summary>
    public HostingTarget Target { get; }

    /// <summary>Gets what the key encrypts, in words.</summary>
    public string Covers { get; }

    /// <summary>Gets when the key can be given, in words.</summary>
    public string When { get; }

    /// <summary>Gets the oldest version that has it, or null if the target has no version.</summary>
    public KubernetesVersion? OldestVersion { get; }

    /// <summary>Gets the rules that say so.</summary>
    public ImmutableArray<RuleId> Rules { get; }

    /// <summary>Finds the row of a hosting target.</summary>
    /// <param name="target">The hosting target.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public static HostingEncryption Find(HostingTarget target) => target switch
    {
        HostingTarget.ContainerInstances => new(
            target,
            "the deployed container group",
            "at deployment, as three values; the key may be in the vault of the workspace",
            oldest: null,
            [CompatibilityRules.ContainerInstanceKey, CompatibilityRules.ThreeValues]),
        HostingTarget.KubernetesService => new(
            target,
            "the data disks and OS disks of the virtual machines",
            "at any time",
            KubernetesVersion.OldestWithCustomerManagedKey,
            [
                CompatibilityRules.KubernetesKey, CompatibilityRules.KubernetesDisks,
                CompatibilityRules.OldestKubernetes,
            ]),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>Judges a cluster.</summary>
    /// <param name="version">The version of Kubernetes; null if it is not known.</param>
    /// <param name="isEncrypted">Whether its disks have a customer-managed key; null if that is not known.</param>
    /// <param name="path">Where the cluster is, as a JSON path.</param>
    /// <returns>A violation if they have one and the version is too old (ENC-32); undetermined if that may be.
    /// </returns>
    public static ImmutableArray<Finding> AssessKubernetes(KubernetesVersion? version, bool? isEncrypted, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var oldest = KubernetesVersion.OldestWithCustomerManagedKey;
        return (version, isEncrypted) switch
        {
            (_, false) => [],
            (not null, _) when version >= oldest => [],
            (not null, true) =>
            [
                Judgement.Against(
                    CompatibilityRules.OldestKubernetes,
                    path,
                    $"the disks have a customer-managed key, and Kubernetes is {version}",
                    $"use Kubernetes {oldest} or newer"),
            ],
            (null, true) =>
            [
                Judgement.Open(
                    CompatibilityRules.OldestKubernetes,
                    path,
                    $"a customer-managed key needs Kubernetes {oldest}, and the version is not known"),
            ],
            _ =>
            [
                Judgement.Open(
                    CompatibilityRules.OldestKubernetes,
                    path,
                    "whether the disks have a customer-managed key is not known"),
            ],
        };
    }

    /// <summary>Determines whether another row is the same in every member.</summary>
    /// <param name="other">The other row.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Equals(HostingEncryption? other) =>
        other is not null
        && (Target, Covers, When, OldestVersion) == (other.Target, other.Covers, other.When, other.OldestVersion)
        && Rules.SequenceEqual(other.Rules);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Target, Covers, When, OldestVersion);
}
