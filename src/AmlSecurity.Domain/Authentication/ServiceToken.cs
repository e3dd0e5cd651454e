using System.Buffers.Text;
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
        using var writer = new ServiceTokenWriter();
        var token = new byte[ServiceTokenChecker.MaximumLength];
        return token[..writer.Write(claims, ServiceTokenHeaders.WrittenBy(keyId, algorithm), algorithm, token)];
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

    /// <summary>Makes a token under one key.</summary>
    /// <param name="claims">What it says.</param>
    /// <param name="signer">Who signs it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The token, ASCII.</returns>
    /// <exception cref="ArgumentException">As of <see cref="Prepare"/>.</exception>
    /// <exception cref="InvalidOperationException">As of <see cref="ServiceTokenMinter.MintAsync"/>, which also chooses
    /// among keys and writes into a buffer.</exception>
    public static async ValueTask<byte[]> MintAsync(
        ServiceTokenClaims claims, IServiceTokenSigner signer, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(signer);
        var token = new byte[ServiceTokenChecker.MaximumLength];
        var minter = new ServiceTokenMinter(signer);
        var length = await minter.MintAsync(claims, token, cancellation).ConfigureAwait(false);
        return token[..length];
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
}
