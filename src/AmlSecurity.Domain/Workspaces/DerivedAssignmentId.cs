using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Names role assignments by what they say, so that the same one made twice is one.</summary>
/// <remarks>The name is a UUID of version 8 (RFC 9562, section 5.8): 122 bits of a SHA-256 over the canonical scope,
/// the role and the principal, one a line.</remarks>
internal static class DerivedAssignmentId
{
    private const int VersionAt = 6;
    private const int VariantAt = 8;

    public static string Of(ResourceId scope, string role, PrincipalId principal)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{scope.Canonical}\n{role}\n{principal.Text}"));
        digest[VersionAt] = (byte)((digest[VersionAt] & 0x0F) | 0x80);
        digest[VariantAt] = (byte)((digest[VariantAt] & 0x3F) | 0x80);
        var name = new Guid(digest.AsSpan(0, 16), bigEndian: true);
        return $"{scope.Text}/providers/Microsoft.Authorization/roleAssignments/{name:D}";
    }
}
