using AmlSecurity.Domain;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A workspace with its resources, and what is known of its identity.</summary>
internal sealed record IdentityInput(
    WorkspaceIdentity Identity, PrincipalId? Principal, VaultAccess? Vault, Region? Region)
{
    public static DocumentReading<IdentityInput> Read(ReadOnlySpan<byte> utf8, Strictness strictness) =>
        new ElementReader<IdentityInput>(strictness, "identity", () => new IdentityDraft(strictness)).Read(utf8);
}
