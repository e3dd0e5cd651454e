using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Reads the deployment configuration of a web service under the names of the SDK, of the command line and of
/// the REST interface.</summary>
internal sealed class ServiceSettings(ConfigurationNode body, HostingTarget target)
{
    public HostingTarget Target { get; } = target;

    public ConfigurationNode Body { get; } = body;

    public ConfigurationNode Keys => Named("authEnabled", "auth_enabled");

    public ConfigurationNode Tokens => Named("tokenAuthEnabled", "token_auth_enabled", "aadAuthEnabled");

    public ConfigurationNode Insights => Named("appInsightsEnabled", "enable_app_insights");

    public ConfigurationNode Tls => Named("sslEnabled", "ssl_enabled");

    public ConfigurationNode Certificate => Named("sslCertificate", "ssl_cert_pem_file");

    public ConfigurationNode CertificateKey => Named("sslKey", "ssl_key_pem_file");

    public ConfigurationNode CertificateName => Named("cname", "ssl_cname");

    public ConfigurationNode LeafDomainLabel => Named("leafDomainLabel", "leaf_domain_label");

    public ConfigurationNode VaultUrl => Named("vaultBaseUrl", "cmk_vault_base_url");

    public ConfigurationNode KeyName => Named("keyName", "cmk_key_name");

    public ConfigurationNode KeyVersion => Named("keyVersion", "cmk_key_version");

    /// <summary>Reads where a document deploys to.</summary>
    /// <returns>The settings, or null if the document is no deployment configuration.</returns>
    public static ServiceSettings? Of(ConfigurationNode body)
    {
        var type = First(body, "computeType", "compute_type");
        return type.AsText?.ToUpperInvariant() switch
        {
            "ACI" => new ServiceSettings(body, HostingTarget.ContainerInstances),
            "AKS" => new ServiceSettings(body, HostingTarget.KubernetesService),
            _ => null,
        };
    }

    private static ConfigurationNode First(ConfigurationNode body, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (body[name] is { Kind: not ConfigurationNodeKind.Absent } found)
            {
                return found;
            }
        }

        return body[names[0]];
    }

    private ConfigurationNode Named(params ReadOnlySpan<string> names) => First(Body, names);
}
