using System.Collections.Immutable;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>What a deployed web service can do with TLS (TLS-03 to TLS-05).</summary>
/// <remarks>Holds nothing that changes, hence safe for concurrent use.</remarks>
public static class WebServiceTls
{
    /// <summary>Determines whether a deployed service speaks a version.</summary>
    /// <param name="version">The version.</param>
    /// <returns><see langword="true"/> for TLS 1.2 only.</returns>
    public static bool Speaks(TlsVersion version) => version == TlsVersion.Tls12;

    /// <summary>Lists where a certificate may come from.</summary>
    /// <param name="target">The hosting target.</param>
    /// <returns>The sources.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such target.</exception>
    public static ImmutableArray<CertificateSource> SourcesOf(HostingTarget target) => target switch
    {
        HostingTarget.ContainerInstances => [CertificateSource.Own],
        HostingTarget.KubernetesService => [CertificateSource.Own, CertificateSource.LeafDomainLabel],
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>Judges the version that a client insists on.</summary>
    /// <param name="version">The version; null if it is not known.</param>
    /// <param name="path">Where it stands, as a JSON path.</param>
    /// <returns>A violation if no service speaks it; undetermined if it is not known.</returns>
    public static ImmutableArray<Finding> AssessVersion(TlsVersion? version, string path) => version switch
    {
        null => [Judgement.Open(CompatibilityRules.TlsVersion, path, "the version of TLS is not known")],
        { } known when Speaks(known) => [],
        _ => [Judgement.Against(
            CompatibilityRules.TlsVersion,
            path,
            "a deployed service does not speak this version of TLS",
            "use TLS 1.2")],
    };

    /// <summary>Judges where the certificate comes from.</summary>
    /// <param name="target">The hosting target.</param>
    /// <param name="source">The source; null if it is not known.</param>
    /// <param name="path">Where it stands, as a JSON path.</param>
    /// <returns>A violation if the target does not take it from there; undetermined if that may be.</returns>
    public static ImmutableArray<Finding> AssessSource(HostingTarget target, CertificateSource? source, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var sources = SourcesOf(target);
        return source switch
        {
            { } known when sources.Contains(known) => [],
            null when sources.Length == Enum.GetValues<CertificateSource>().Length => [],
            null => [Judgement.Open(
                CompatibilityRules.CertificateSource, path, "where the certificate comes from is not known")],
            _ => [Judgement.Against(
                CompatibilityRules.CertificateSource,
                path,
                "the hosting target does not take its certificate from there",
                "bring a certificate of your own, or host the service on Azure Kubernetes Service")],
        };
    }

    /// <summary>Judges an own certificate by what the deployment gives (TLS-04).</summary>
    /// <param name="hasCertificate">Whether <c>ssl_cert_pem_file</c> is given; null if that is not known.</param>
    /// <param name="hasKey">Whether <c>ssl_key_pem_file</c> is given; null if that is not known.</param>
    /// <param name="hasName">Whether <c>ssl_cname</c> is given; null if that is not known.</param>
    /// <param name="path">The JSON path of the object that holds them.</param>
    /// <returns>A violation for each that is missing, undetermined for each that is not known.</returns>
    public static ImmutableArray<Finding> AssessOwn(bool? hasCertificate, bool? hasKey, bool? hasName, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return
        [
            .. Demand(hasCertificate, $"{path}.ssl_cert_pem_file"),
            .. Demand(hasKey, $"{path}.ssl_key_pem_file"),
            .. Demand(hasName, $"{path}.ssl_cname"),
        ];
    }

    private static ImmutableArray<Finding> Demand(bool? isGiven, string path) => isGiven switch
    {
        true => [],
        null => [Judgement.Open(
            CompatibilityRules.CertificateSource,
            path,
            "whether this part of an own certificate is given is not known")],
        false => [Judgement.Against(
            CompatibilityRules.CertificateSource,
            path,
            "an own certificate lacks this part",
            "give certificate, key and name together")],
    };
}
