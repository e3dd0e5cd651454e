using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>Compares the name in a certificate with the address that clients use (TLS-05).</summary>
/// <remarks>
/// Host names only, without scheme, port and path; compared ignoring case and one dot at the end. A generated name is a
/// label, six letters or digits, the region, and either <c>cloudapp.azure.com</c> or <c>cloudapp.azure.net</c>: the
/// page spells it both ways, so the two count as one. Holds nothing that changes, hence safe for concurrent use.
/// </remarks>
public static class ServiceHostName
{
    private const string Com = ".cloudapp.azure.com";
    private const string Net = ".cloudapp.azure.net";
    private const int RandomLength = 6;

    /// <summary>Determines whether a host name is one that is generated for a label.</summary>
    /// <param name="host">The host name.</param>
    /// <param name="label">The value of <c>leaf_domain_label</c>.</param>
    /// <param name="region">The region of the cluster.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public static bool IsGenerated(string host, string label, Region region)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentNullException.ThrowIfNull(region);
        var name = Normal(host);
        var end = $".{region.Name}{Com}";
        return name.Length == label.Length + RandomLength + end.Length
            && name.StartsWith(CaseFolding.Fold(label), StringComparison.Ordinal)
            && name.EndsWith(end, StringComparison.Ordinal)
            && name.Skip(label.Length).Take(RandomLength).All(char.IsAsciiLetterOrDigit);
    }

    /// <summary>Judges the name in an own certificate.</summary>
    /// <param name="certificateName">The fully qualified name in it; null if it is not known.</param>
    /// <param name="clientAddress">The host name that clients use; null if it is not known.</param>
    /// <param name="path">Where the name stands, as a JSON path.</param>
    /// <returns>Nothing if the two are equal; a warning if a wildcard covers the address; else a violation, or
    /// undetermined if one is not known.</returns>
    public static ImmutableArray<Finding> Assess(string? certificateName, string? clientAddress, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (certificateName is null || clientAddress is null)
        {
            return [Judgement.Open(
                CompatibilityRules.CertificateName,
                path,
                "whether the certificate names the address that clients use is not known")];
        }

        var (named, used) = (Normal(certificateName), Normal(clientAddress));
        if (named.Length > 0 && named == used)
        {
            return [];
        }

        const string Remedy = "use a certificate for the address that clients use";
        var message = $"the certificate is for {Plaintext.Quote(certificateName)}, "
            + $"and clients use {Plaintext.Quote(clientAddress)}";
        return IsCovered(named, used)
            ? [new Finding(CompatibilityRules.CertificateName, FindingSeverity.Warning, path, message, Remedy)]
            : [Judgement.Against(CompatibilityRules.CertificateName, path, message, Remedy)];
    }

    /// <summary>Judges the address that clients use for a service with a generated name.</summary>
    /// <param name="label">The value of <c>leaf_domain_label</c>.</param>
    /// <param name="region">The region of the cluster; null if it is not known.</param>
    /// <param name="clientAddress">The host name that clients use; null if it is not known.</param>
    /// <param name="path">Where the label stands, as a JSON path.</param>
    /// <returns>A violation if clients use another name; undetermined if that is not known.</returns>
    public static ImmutableArray<Finding> AssessGenerated(
        string label, Region? region, string? clientAddress, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentNullException.ThrowIfNull(path);
        return region is null || clientAddress is null
            ? [Judgement.Open(
                CompatibilityRules.CertificateName, path, "whether clients use the generated name is not known")]
            : IsGenerated(clientAddress, label, region)
                ? []
                : [Judgement.Against(
                    CompatibilityRules.CertificateName,
                    path,
                    $"clients use {Plaintext.Quote(clientAddress)}, which is not generated from the label",
                    $"use the generated name, {Plaintext.Quote($"{label}??????.{region}{Com}")}")];
    }

    // RFC 6125, section 6.4.3: a wildcard stands for the whole of the leftmost label.
    private static bool IsCovered(string named, string used) =>
        named is ['*', '.', _, ..]
        && used.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        && used[dot..] == named[1..];

    private static string Normal(string host)
    {
        var name = CaseFolding.Fold(host.EndsWith('.') ? host[..^1] : host);
        return name.EndsWith(Net, StringComparison.Ordinal) ? name[..^Net.Length] + Com : name;
    }
}
