using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The key that a workspace is created with: its address and its vault (ENC-17 to ENC-19).</summary>
/// <param name="Key">The address of the key, <c>resource_cmk_uri</c>.</param>
/// <param name="Vault">The resource id of the vault, <c>cmk_keyvault</c>. It may be the workspace's own vault or
/// another (ENC-21).</param>
/// <remarks>Equal by both members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CustomerManagedKey(KeyIdentifier Key, ResourceId Vault)
{
    private const string KeyPath = "$.encryption.keyVaultProperties.keyIdentifier";
    private const string VaultPath = "$.encryption.keyVaultProperties.keyVaultArmId";

    /// <summary>Gets the address of the key.</summary>
    public KeyIdentifier Key { get; } = Key ?? throw new ArgumentNullException(nameof(Key));

    /// <summary>Gets the resource id of the vault.</summary>
    public ResourceId Vault { get; } = Vault ?? throw new ArgumentNullException(nameof(Vault));

    /// <summary>Begins a ring at the version in the address; later versions come by rotation (DEC-02).</summary>
    /// <param name="createdAt">When the version was created.</param>
    /// <returns>The ring; null if the address has no version.</returns>
    public KeyRing? Start(Instant createdAt) => KeyVersionId.Create(Key).TryPickT0(out var version, out _)
        ? KeyRing.StartingAt(version, createdAt)
        : null;

    /// <summary>Judges the key for a workspace.</summary>
    /// <param name="subscription">The subscription of the workspace.</param>
    /// <param name="region">The region of the workspace; null if it is not known.</param>
    /// <param name="facts">What is known of the vault.</param>
    /// <returns>What the rules have against it, and what they cannot say, in the order of the rules.</returns>
    public ImmutableArray<Finding> Assess(string subscription, Region? region, KeyVaultFacts facts)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. AssessAddress(),
            .. AssessPlace(subscription, region, facts.Region),
            .. AssessProtection("soft delete", facts.HasSoftDelete),
            .. AssessProtection("purge protection", facts.HasPurgeProtection),
        ];
    }

    private static IEnumerable<Finding> AssessProtection(string name, bool? isOn)
    {
        if (isOn is null)
        {
            yield return Finding.Open(RuleId.Of("CMK-01"), VaultPath, $"whether the vault has {name} is not known");
        }
        else if (isOn == false)
        {
            yield return new Finding(
                RuleId.Of("CMK-01"),
                FindingSeverity.Violation,
                VaultPath,
                $"the vault has no {name}",
                $"enable {name} on the vault");
        }
    }

    private IEnumerable<Finding> AssessAddress()
    {
        if (!Key.HasVersion)
        {
            yield return new Finding(
                RuleId.Of("ENC-18"),
                FindingSeverity.Violation,
                KeyPath,
                $"`{Key}` names no version",
                "name the exact version");
        }

        if (!Key.IsIn(Vault))
        {
            yield return new Finding(
                RuleId.Of("DEC-03"),
                FindingSeverity.Violation,
                VaultPath,
                $"`{Key}` is not in the vault `{Vault}`",
                "give the resource id of the vault that holds the key");
        }
    }

    private IEnumerable<Finding> AssessPlace(string subscription, Region? region, Region? vaultRegion)
    {
        if (!string.Equals(Vault.Subscription, subscription, StringComparison.OrdinalIgnoreCase))
        {
            yield return new Finding(
                RuleId.Of("ENC-20"),
                FindingSeverity.Violation,
                VaultPath,
                $"the vault is not in the subscription {Plaintext.Quote(subscription)} of the workspace",
                "use a vault in that subscription");
        }

        if (region is null || vaultRegion is null)
        {
            yield return Finding.Open(
                RuleId.Of("ENC-20"), VaultPath, "whether the vault is in the region of the workspace is not known");
        }
        else if (region != vaultRegion)
        {
            yield return new Finding(
                RuleId.Of("ENC-20"),
                FindingSeverity.Violation,
                VaultPath,
                $"the vault is in `{vaultRegion}`, the workspace in `{region}`",
                "use a vault in the region of the workspace");
        }
    }
}
