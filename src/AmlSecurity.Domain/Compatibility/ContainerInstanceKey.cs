using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>The three values with which a deployment gives a container group its key, as they stand there
/// (ENC-28, ENC-29).</summary>
/// <param name="VaultBaseUrl">The value of <c>cmk_vault_base_url</c>; null or empty if it is not given.</param>
/// <param name="KeyName">The value of <c>cmk_key_name</c>; null or empty if it is not given.</param>
/// <param name="KeyVersion">The value of <c>cmk_key_version</c>; null or empty if it is not given.</param>
/// <remarks>Not checked; <see cref="Assess"/> does. Equal by all members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public sealed record ContainerInstanceKey(string? VaultBaseUrl, string? KeyName, string? KeyVersion)
{
    /// <summary>Judges the values: all three or none, and together the address of a key in any vault, the workspace's
    /// own among them.</summary>
    /// <param name="path">Where they stand, as the JSON path of the object that holds them.</param>
    /// <returns>A violation for each that is missing beside others, or for values that are no address; undetermined if
    /// one of the three is an expression of a template.</returns>
    public ImmutableArray<Finding> Assess(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        (string Name, string? Value)[] values =
            [("cmk_vault_base_url", VaultBaseUrl), ("cmk_key_name", KeyName), ("cmk_key_version", KeyVersion)];
        ImmutableArray<Finding> missing =
        [
            .. values.Where(value => string.IsNullOrEmpty(value.Value)).Select(value => Judgement.Against(
                CompatibilityRules.ThreeValues,
                $"{path}.{value.Name}",
                "the value is not given, and others of the three are",
                "give all three, or none")),
        ];
        return missing.Length switch
        {
            3 => [],
            > 0 => missing,
            _ when values.Any(value => IsExpression(value.Value!)) =>
                [Judgement.Open(CompatibilityRules.ThreeValues, path, "a value of the three is not resolved")],
            _ => KeyIdentifier.Create(VaultBaseUrl, KeyName, KeyVersion).Match(
                _ => ImmutableArray<Finding>.Empty,
                fault =>
                [
                    Judgement.Against(
                        CompatibilityRules.ThreeValues,
                        path,
                        $"the three values name no key: {fault}",
                        "give the address of the vault, the name of the key and its version"),
                ]),
        };
    }

    /// <summary>Determines whether the key is in a vault, which may be the workspace's own (ENC-28, DEC-03).</summary>
    /// <param name="vault">The resource id of the vault.</param>
    /// <returns>Whether it is; null if the values name no key.</returns>
    public bool? IsIn(ResourceId vault)
    {
        ArgumentNullException.ThrowIfNull(vault);
        return KeyIdentifier.Create(VaultBaseUrl, KeyName, KeyVersion).TryPickT0(out var key, out _)
            ? key.IsIn(vault)
            : null;
    }

    private static bool IsExpression(string value) => value is ['[', not '[', .., ']'];
}
