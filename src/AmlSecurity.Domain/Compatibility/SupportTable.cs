using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>What is supported at all, by rule set (NET-07, NET-08, VNET-06). The edition is another matter.</summary>
/// <remarks>
/// A row of the table of scenarios says which edition a layout needs, not that each resource can have it. A page says
/// what held on its date: a fact holds from there until the next page that says otherwise, or to the end of 2020.
/// Immutable, hence safe for concurrent use.
/// </remarks>
public static class SupportTable
{
    private static readonly EffectivePeriod BeforeJuly = new(RuleSet.March2020.Date, RuleSet.July2020.Date);
    private static readonly EffectivePeriod FromJuly = new(RuleSet.July2020.Date, SourcePages.Of2020.Until);

    /// <summary>Gets what the pages state, a row for each statement.</summary>
    public static ImmutableArray<SupportFact> Facts { get; } =
    [
        new(
            CompatibilityRules.ComputeInstance,
            SupportSubject.ComputeInstanceWithWorkspacePrivateLink,
            IsSupported: false,
            "a workspace with private link has no compute instances",
            Alternative: null,
            SourcePages.Of2020),
        new(
            CompatibilityRules.KubernetesPrivateLink,
            SupportSubject.KubernetesWithPrivateLink,
            IsSupported: false,
            "a cluster with private link is not supported",
            "put the cluster into a virtual network",
            BeforeJuly),
        new(
            CompatibilityRules.KubernetesPrivateLink,
            SupportSubject.KubernetesWithPrivateLink,
            IsSupported: true,
            "a cluster with private link is supported",
            Alternative: null,
            FromJuly),
        new(
            CompatibilityRules.StoragePrivateLink,
            SupportSubject.StorageWithPrivateLink,
            IsSupported: false,
            "a storage account with private link is not supported",
            "put the storage account into the virtual network and subnet of the compute",
            FromJuly),
        new(
            CompatibilityRules.StoragePrivateLink,
            SupportSubject.KeyVaultWithPrivateLink,
            IsSupported: true,
            "a key vault may have private link",
            Alternative: null,
            FromJuly),
    ];

    /// <summary>Finds out whether a combination is supported.</summary>
    /// <param name="subject">The combination.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <returns>Supported, not supported with the alternative, or not stated.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such combination.</exception>
    public static SupportAnswer Find(SupportSubject subject, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (!Enum.IsDefined(subject))
        {
            throw new ArgumentOutOfRangeException(nameof(subject));
        }

        foreach (var fact in Facts)
        {
            if (fact.Subject == subject && fact.Period.Includes(rules))
            {
                return fact.IsSupported ? new SupportAnswer.Supported(fact) : new SupportAnswer.NotSupported(fact);
            }
        }

        return new SupportAnswer.NotStated(subject, rules);
    }

    /// <summary>Judges one use of a combination.</summary>
    /// <param name="subject">The combination.</param>
    /// <param name="isUsed">Whether it is there; null if that is not known.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <param name="path">Where it is, as a JSON path.</param>
    /// <returns>A violation where it is there and not supported; undetermined where it would be one.</returns>
    public static ImmutableArray<Finding> Assess(SupportSubject subject, bool? isUsed, RuleSet rules, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return (Find(subject, rules), isUsed) switch
        {
            (SupportAnswer.NotSupported { Fact: var fact }, true) =>
                [Judgement.Against(fact.Rule, path, fact.Statement, fact.Alternative)],
            (SupportAnswer.NotSupported { Fact: var fact }, null) =>
                [Judgement.Open(fact.Rule, path, $"{fact.Statement}, and whether there is one is not known")],
            _ => [],
        };
    }

    /// <summary>Judges a topology with what is deployed in it.</summary>
    /// <param name="topology">The topology.</param>
    /// <param name="hasComputeInstance">Whether there is a compute instance; null if that is not known.</param>
    /// <param name="cluster">How the cluster is attached; none if there is no cluster, null if it is not known.</param>
    /// <param name="rules">The rules to go by.</param>
    /// <param name="path">Where the workspace is, as a JSON path.</param>
    /// <returns>What is not supported, and what would not be if it is there, in the order of the facts.</returns>
    public static ImmutableArray<Finding> AssessAll(
        NetworkTopology topology, bool? hasComputeInstance, NetworkAttachment? cluster, RuleSet rules, string path)
    {
        bool? instance = hasComputeInstance == false || topology.WorkspacePrivateLink == false ? false
            : hasComputeInstance is null || topology.WorkspacePrivateLink is null ? null
            : true;
        return
        [
            .. Assess(SupportSubject.ComputeInstanceWithWorkspacePrivateLink, instance, rules, path),
            .. Assess(SupportSubject.KubernetesWithPrivateLink, IsPrivateLink(cluster), rules, path),
            .. Assess(
                SupportSubject.StorageWithPrivateLink,
                IsPrivateLink(topology.Of(AssociatedResource.Storage)),
                rules,
                path),
        ];
    }

    private static bool? IsPrivateLink(NetworkAttachment? attachment) =>
        attachment is { } known ? known == NetworkAttachment.PrivateLink : null;
}
