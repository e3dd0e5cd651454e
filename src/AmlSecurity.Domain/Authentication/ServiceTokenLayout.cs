using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Where in a payload each claim of the profile stands.</summary>
[InlineArray(Claims)]
internal struct ServiceTokenLayout
{
    public const int Claims = 14;

    private Slot _first;

    /// <summary>Determines whether the claim is there.</summary>
    public readonly bool Has(ServiceTokenClaim claim) => this[(int)claim].Type != JsonTokenType.None;

    /// <summary>Gets the kind of the last token of a claim.</summary>
    public readonly JsonTokenType TypeOf(ServiceTokenClaim claim) => this[(int)claim].Type;

    /// <summary>Gets a claim as it is written.</summary>
    public readonly ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> payload, ServiceTokenClaim claim) =>
        payload.Slice(this[(int)claim].Start, this[(int)claim].Length);

    /// <summary>Gets a reader on the first token of a claim that is there.</summary>
    public readonly Utf8JsonReader Open(ReadOnlySpan<byte> payload, ServiceTokenClaim claim)
    {
        var json = new Utf8JsonReader(Raw(payload, claim));
        json.Read();
        return json;
    }

    /// <summary>Finds the claim of a name.</summary>
    public static ServiceTokenClaim? ClaimOf(in Utf8JsonReader name)
    {
        // Three bytes decide, unless a name was written with an escape.
        // Stryker disable once block: a short cut, behind which none of the names fits.
        if (name is { ValueIsEscaped: false, ValueSpan.Length: not 3 })
        {
            return null;
        }

        return name.ValueTextEquals("iss"u8) ? ServiceTokenClaim.Issuer
            : name.ValueTextEquals("aud"u8) ? ServiceTokenClaim.Audience
            : name.ValueTextEquals("sub"u8) ? ServiceTokenClaim.Subject
            : name.ValueTextEquals("wid"u8) ? ServiceTokenClaim.Workspace
            : name.ValueTextEquals("iat"u8) ? ServiceTokenClaim.IssuedAt
            : name.ValueTextEquals("nbf"u8) ? ServiceTokenClaim.NotBefore
            : name.ValueTextEquals("exp"u8) ? ServiceTokenClaim.Expires
            : name.ValueTextEquals("jti"u8) ? ServiceTokenClaim.TokenId
            : name.ValueTextEquals("tid"u8) ? ServiceTokenClaim.Tenant
            : name.ValueTextEquals("cid"u8) ? ServiceTokenClaim.Compute
            : name.ValueTextEquals("rid"u8) ? ServiceTokenClaim.Run
            : name.ValueTextEquals("eid"u8) ? ServiceTokenClaim.Experiment
            : name.ValueTextEquals("obo"u8) ? ServiceTokenClaim.Submitter
            : name.ValueTextEquals("scp"u8) ? ServiceTokenClaim.Permissions
            : null;
    }

    /// <summary>One value as it is written, with quotes or brackets; of no type if the claim is not there.</summary>
    internal readonly record struct Slot(JsonTokenType Type, ushort Start, ushort Length);
}
