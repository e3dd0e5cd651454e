using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Checks service tokens of the profile <c>aml-run+jwt</c> (AUTHN-04 to AUTHN-06).</summary>
/// <remarks>
/// One compact JWS (RFC 7515) of one type, with one header a key and order of members: nothing that a token says about
/// itself chooses how it is checked. The signature is verified before the payload is parsed.
/// <c>docs/service-token.md</c> is the profile. Safe for concurrent use.
/// </remarks>
public sealed class ServiceTokenChecker
{
    /// <summary>The most bytes of a token.</summary>
    public const int MaximumLength = 4096;

    /// <summary>The most bytes that a token says, decoded.</summary>
    public const int MaximumPayloadLength = MaximumLength / 4 * 3;

    private readonly ImmutableArray<ServiceTokenKey> _keys;
    private readonly ServiceTokenPolicy _policy;
    private readonly IServiceTokenRevocations? _revocations;

    /// <summary>Creates a checker.</summary>
    /// <param name="keys">The keys that tokens may be signed with, each under a name of its own. The caller disposes of
    /// them.</param>
    /// <param name="policy">What is asked of each token.</param>
    /// <param name="revocations">Which tokens and runs are revoked; none by default.</param>
    /// <exception cref="ArgumentException">A key is null, or two have one name.</exception>
    public ServiceTokenChecker(
        IEnumerable<ServiceTokenKey> keys, ServiceTokenPolicy policy, IServiceTokenRevocations? revocations = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _keys = Elements.Of(keys, nameof(keys));
        if (_keys.DistinctBy(key => key.KeyId).Count() != _keys.Length)
        {
            throw new ArgumentException("two keys have one name", nameof(keys));
        }

        _policy = policy;
        _revocations = revocations;
    }

    /// <summary>Checks a token.</summary>
    /// <param name="token">The token as it was presented, ASCII.</param>
    /// <param name="workspace">The immutable id of the workspace that is called (AUTHN-06); null to take any, for a
    /// caller that compares by itself.</param>
    /// <param name="now">The time.</param>
    /// <returns>The claims, or the first step that it did not pass.</returns>
    public ServiceTokenCheck Check(ReadOnlySpan<byte> token, string? workspace, Instant now)
    {
        Span<byte> payload = stackalloc byte[MaximumPayloadLength];
        var failed = Check(token, workspace, now, payload, out var view);
        return failed == ServiceTokenStep.None
            ? ServiceTokenCheck.Accept(view.ToClaims())
            : ServiceTokenCheck.Refuse(failed);
    }

    /// <summary>Checks a token without copying what it says out of a buffer of the caller.</summary>
    /// <param name="token">The token as it was presented, ASCII.</param>
    /// <param name="workspace">The immutable id of the workspace that is called (AUTHN-06); null to take any, for a
    /// caller that compares by itself.</param>
    /// <param name="now">The time.</param>
    /// <param name="payload">Receives what the token says; <see cref="MaximumPayloadLength"/> bytes are always
    /// enough.</param>
    /// <param name="view">What the token says, if it is accepted.</param>
    /// <returns><see cref="ServiceTokenStep.None"/> if it is accepted, or the first step that it did not
    /// pass.</returns>
    /// <exception cref="ArgumentException">The buffer is too short for a token whose signature holds.</exception>
    public ServiceTokenStep Check(
        ReadOnlySpan<byte> token, string? workspace, Instant now, Span<byte> payload, out ServiceTokenView view)
    {
        view = default;
        if (token.Length is 0 or > MaximumLength)
        {
            return ServiceTokenStep.Size;
        }

        var first = token.IndexOf((byte)'.');
        var last = token.LastIndexOf((byte)'.');
        if (first <= 0 || last == token.Length - 1 || last - first < 2 || token[(first + 1)..last].Contains((byte)'.'))
        {
            return ServiceTokenStep.Parts;
        }

        if (Find(token[..first]) is not { } key)
        {
            return ServiceTokenStep.Header;
        }

        var body = token[(first + 1)..last];
        var tail = token[(last + 1)..];
        if (!CanonicalBase64Url.IsText(body) || !CanonicalBase64Url.IsText(tail))
        {
            return ServiceTokenStep.Encoding;
        }

        // The longest signature has 64 bytes; one that is longer does not even fit.
        Span<byte> signature = stackalloc byte[64];
        if (CanonicalBase64Url.DecodedLength(tail) > signature.Length
            || !Base64Url.TryDecodeFromUtf8(tail, signature, out var signed)
            || !key.IsSigned(token[..last], signature[..signed]))
        {
            return ServiceTokenStep.Signature;
        }

        return CanonicalBase64Url.DecodedLength(body) <= payload.Length
            && Base64Url.TryDecodeFromUtf8(body, payload, out var length)
            ? CheckPayload(payload[..length], key, workspace, now, out view)
            : throw new ArgumentException("the buffer is shorter than what the token says", nameof(payload));
    }

    /// <summary>Gets what an audit log may keep of a token: the SHA-256 of what was signed, never the token. Of one
    /// ECDSA token there may be two signatures, and the same is kept of both.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The hash, 32 bytes; of the whole if it has no dots.</returns>
    public static ImmutableArray<byte> Fingerprint(ReadOnlySpan<byte> token)
    {
        var last = token.LastIndexOf((byte)'.');
        return [.. SHA256.HashData(last < 0 ? token : token[..last])];
    }

    private ServiceTokenKey? Find(ReadOnlySpan<byte> header)
    {
        foreach (var key in _keys)
        {
            if (key.IsHeader(header))
            {
                return key;
            }
        }

        return null;
    }

    private ServiceTokenStep CheckPayload(
        ReadOnlySpan<byte> payload, ServiceTokenKey key, string? workspace, Instant now, out ServiceTokenView view)
    {
        view = default;
        var layout = default(ServiceTokenLayout);
        if (!ServiceTokenScan.TryScan(payload, ref layout))
        {
            return ServiceTokenStep.Payload;
        }

        var failed = new ServiceTokenPayload(payload, in layout, _policy)
            .Check(workspace, now, out var issued, out var lifetime);
        if (failed != ServiceTokenStep.None)
        {
            return failed;
        }

        var said = new ServiceTokenView(payload, in layout, _policy, issued, lifetime);
        if (_revocations?.IsRevoked(said.TokenId, said.Run) == true)
        {
            return ServiceTokenStep.Revocation;
        }

        if (!key.Period.CountsAt(now, _policy.LongestLife, _policy.Skew))
        {
            return ServiceTokenStep.KeyAge;
        }

        view = said;
        return ServiceTokenStep.None;
    }
}
