using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Makes service tokens of the profile <c>aml-run+jwt</c> (AUTHN-04, FLOW-10).</summary>
/// <remarks><see cref="Prepare"/> and <see cref="Complete"/> are pure. Safe for concurrent use.</remarks>
public static class ServiceToken
{
    /// <summary>Writes what is to be signed.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="keyId">The name of the key.</param>
    /// <param name="algorithm">Its algorithm.</param>
    /// <returns>Header, dot and payload, encoded.</returns>
    /// <exception cref="ArgumentException">The name is none, a text is not Unicode, there are too many permissions, or
    /// the token would be longer than <see cref="ServiceTokenChecker.MaximumLength"/>.</exception>
    public static byte[] Prepare(ServiceTokenClaims claims, string keyId, ServiceTokenAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ServiceTokenHeaders.RefuseBadId(keyId);
        if (claims.Permissions.Length > RunScope.MostPermissions)
        {
            throw new ArgumentException(
                $"a token carries at most {RunScope.MostPermissions} permissions", nameof(claims));
        }

        var payload = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(payload))
        {
            Write(json, claims);
        }

        var header = ServiceTokenHeaders.WrittenBy(keyId, algorithm);
        var input = new byte[header.Length + 1 + Base64Url.GetEncodedLength(payload.WrittenCount)];
        var signature = Base64Url.GetEncodedLength(ServiceTokenKey.SignatureLengthOf(algorithm));
        if (input.Length + 1 + signature > ServiceTokenChecker.MaximumLength)
        {
            throw new ArgumentException("the token would be too long", nameof(claims));
        }

        header.CopyTo(input, 0);
        input[header.Length] = (byte)'.';
        Base64Url.EncodeToUtf8(payload.WrittenSpan, input.AsSpan(header.Length + 1));
        return input;
    }

    /// <summary>Puts the signature behind what was signed.</summary>
    /// <param name="signingInput">What <see cref="Prepare"/> wrote.</param>
    /// <param name="signature">The signature.</param>
    /// <returns>The token, ASCII.</returns>
    public static byte[] Complete(ReadOnlySpan<byte> signingInput, ReadOnlySpan<byte> signature)
    {
        var token = new byte[signingInput.Length + 1 + Base64Url.GetEncodedLength(signature.Length)];
        signingInput.CopyTo(token);
        token[signingInput.Length] = (byte)'.';
        Base64Url.EncodeToUtf8(signature, token.AsSpan(signingInput.Length + 1));
        return token;
    }

    /// <summary>Makes a token.</summary>
    /// <param name="claims">What it says.</param>
    /// <param name="signer">Who signs it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The token, ASCII.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Prepare"/>.</exception>
    public static async ValueTask<byte[]> MintAsync(
        ServiceTokenClaims claims, IServiceTokenSigner signer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var input = Prepare(claims, signer.KeyId, signer.Algorithm);
        var signature = await signer.SignAsync(input, cancellation).ConfigureAwait(false);
        return Complete(input, signature.Span);
    }

    /// <summary>Makes the claims of a newer token from those of an older one: the same run, workspace and compute, and
    /// no end beyond that of the run.</summary>
    /// <param name="claims">The claims of the older token.</param>
    /// <param name="tokenId">The id of the newer token; null for none.</param>
    /// <param name="length">How long it is to last, more than zero.</param>
    /// <param name="end">When the run is closed in any case, <see cref="RunState.End"/>.</param>
    /// <param name="now">The time.</param>
    /// <returns>The claims; null if the run has no time left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The length is zero or less.</exception>
    public static ServiceTokenClaims? Refresh(
        ServiceTokenClaims claims, string? tokenId, Duration length, Instant end, Instant now)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, Duration.Zero);
        return now >= end ? null : claims with
        {
            TokenId = tokenId,
            IssuedAt = now,
            Lifetime = new TokenLifetime(now, Instant.Min(now.Later(length), end)),
        };
    }

    private static void Write(Utf8JsonWriter json, ServiceTokenClaims claims)
    {
        json.WriteStartObject();
        json.WriteString("iss"u8, claims.Issuer);
        json.WriteString("aud"u8, claims.Audience);
        json.WriteString("sub"u8, claims.Subject);
        json.WriteString("wid"u8, claims.Workspace);
        json.WriteNumber("iat"u8, claims.IssuedAt.ToUnixTimeSeconds());
        json.WriteNumber("nbf"u8, claims.Lifetime.Starts.ToUnixTimeSeconds());
        json.WriteNumber("exp"u8, claims.Lifetime.Expires.ToUnixTimeSeconds());
        WriteOptional(json, "jti"u8, claims.TokenId);
        WriteOptional(json, "tid"u8, claims.Tenant);
        WriteOptional(json, "cid"u8, claims.Compute);
        WriteOptional(json, "rid"u8, claims.Run);
        WriteOptional(json, "eid"u8, claims.Experiment);
        if (claims is { Submitter: { } submitter, SubmitterTenant: { } tenant })
        {
            json.WriteStartObject("obo"u8);
            json.WriteString("tid"u8, tenant);
            json.WriteString("oid"u8, submitter);
            json.WriteEndObject();
        }

        if (!claims.Permissions.IsEmpty)
        {
            json.WriteStartArray("scp"u8);
            foreach (var permission in claims.Permissions)
            {
                json.WriteStringValue(permission);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
