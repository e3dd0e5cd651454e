using AmlSecurity.Domain;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using OneOf;

namespace AmlSecurity.Tour.Inputs;

/// <summary>An identity of a workspace while its members are being read.</summary>
internal sealed class IdentityDraft(Strictness strictness) : IDraft<IdentityInput>
{
    private ResourceId? _workspace;
    private ResourceId? _storageAccount;
    private ResourceId? _keyVault;
    private ResourceId? _containerRegistry;
    private PrincipalId? _principal;
    private VaultAccess? _vault;
    private Region? _region;

    public string? Missing => _workspace is null ? "workspace"
        : _storageAccount is null ? "storageAccount"
        : _keyVault is null ? "keyVault" : null;

    public bool Knows(string member) => member is "workspace" or "storageAccount" or "keyVault"
        or "containerRegistry" or "principalId" or "vaultAccess" or "region";

    public string? Take(string member, string? text) => (member, text) switch
    {
        (_, null) => null,
        ("workspace", _) => Keep(ResourceId.Read(text, strictness), out _workspace, text, "resource id"),
        ("storageAccount", _) => Keep(ResourceId.Read(text, strictness), out _storageAccount, text, "resource id"),
        ("keyVault", _) => Keep(ResourceId.Read(text, strictness), out _keyVault, text, "resource id"),
        ("containerRegistry", _) =>
            Keep(ResourceId.Read(text, strictness), out _containerRegistry, text, "resource id"),
        ("principalId", _) => Keep(PrincipalId.Read(text, strictness), out _principal, text, "object id"),
        ("region", _) => Keep(Region.Read(text), out _region, text, "region"),
        _ => KeepAccess(text),
    };

    public OneOf<IdentityInput, string> Finish() => AssociatedResources
        .Create(_workspace!, _storageAccount!, _keyVault!, _containerRegistry)
        .Match<OneOf<IdentityInput, string>>(
            resources => new IdentityInput(WorkspaceIdentity.Of(resources), _principal, _vault, _region),
            fault => $"the ids are not those of a workspace and its resources: {fault}");

    private static string? Keep<T, TFault>(OneOf<T, TFault> outcome, out T? value, string text, string what)
        where T : class =>
        outcome.TryPickT0(out value, out var fault) ? null : $"`{text}` is no {what}: {fault}";

    private string? KeepAccess(string text)
    {
        var words = text.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        _vault = new VaultAccess(
            Keys: words.Contains("keys"), Secrets: words.Contains("secrets"), Certificates: words.Contains("certificates"));
        return Array.Find(words, word => word is not ("keys" or "secrets" or "certificates")) is { } other
            ? $"`{other}` is none of keys, secrets, certificates"
            : null;
    }
}
