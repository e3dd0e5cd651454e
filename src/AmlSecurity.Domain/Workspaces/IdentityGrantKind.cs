using System.Text.Json.Serialization;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says by what means the identity of a workspace is given access.</summary>
/// <remarks>The default is <see cref="RoleAssignment"/>; no order.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<IdentityGrantKind>))]
public enum IdentityGrantKind
{
    /// <summary>A role on a scope.</summary>
    [JsonStringEnumMemberName("roleAssignment")]
    RoleAssignment,

    /// <summary>An access policy inside a key vault, which role assignments do not show (DEC-15).</summary>
    [JsonStringEnumMemberName("vaultAccess")]
    VaultAccess,
}
