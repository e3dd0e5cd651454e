using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;
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

    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly JsonDocumentOptions Strict =
        new() { MaxDepth = 8, AllowDuplicateProperties = false };

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
        if (token.Length is 0 or > MaximumLength)
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Size);
        }

        var first = token.IndexOf((byte)'.');
        var last = token.LastIndexOf((byte)'.');
        if (first <= 0 || last == token.Length - 1 || last - first < 2 || token[(first + 1)..last].Contains((byte)'.'))
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Parts);
        }

        if (Find(token[..first]) is not { } key)
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Header);
        }

        var body = token[(first + 1)..last];
        var tail = token[(last + 1)..];
        if (!IsCanonical(body) || !IsCanonical(tail))
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Encoding);
        }

        // The longest signature has 64 bytes; one that is longer does not even fit.
        Span<byte> signature = stackalloc byte[64];
        if (Base64Url.GetMaxDecodedLength(tail.Length) > signature.Length + 2
            || !Base64Url.TryDecodeFromUtf8(tail, signature, out var signed)
            || !key.IsSigned(token[..last], signature[..signed]))
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Signature);
        }

        var payload = ArrayPool<byte>.Shared.Rent(MaximumLength);
        try
        {
            var length = Base64Url.DecodeFromUtf8(body, payload);
            return CheckPayload(payload.AsMemory(0, length), key, workspace, now);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(payload, clearArray: true);
        }
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

    // RFC 4648, sections 3.5 and 5: one text for one sequence of bytes.
    private static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyExcept(Alphabet) || text.Length % 4 == 1)
        {
            return false;
        }

        var unused = (text.Length % 4) switch { 2 => 0b1111, 3 => 0b11, _ => 0 };
        return (ValueOf(text[^1]) & unused) == 0;
    }

    private static int ValueOf(byte digit) => digit switch
    {
        >= (byte)'A' and <= (byte)'Z' => digit - 'A',
        >= (byte)'a' and <= (byte)'z' => digit - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => digit - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };

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

    private ServiceTokenCheck CheckPayload(
        ReadOnlyMemory<byte> payload, ServiceTokenKey key, string? workspace, Instant now)
    {
        if (!Utf8.IsValid(payload.Span))
        {
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Payload);
        }

        try
        {
            using var document = JsonDocument.Parse(payload, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || (payload.Span.Contains((byte)'\\') && HasLoneSurrogate(document.RootElement)))
            {
                return ServiceTokenCheck.Refuse(ServiceTokenStep.Payload);
            }

            var reader = new ServiceTokenPayload(document.RootElement, _policy);
            var failed = reader.Check(workspace, now);
            if (failed != ServiceTokenStep.None)
            {
                return ServiceTokenCheck.Refuse(failed);
            }

            var claims = reader.ToClaims();
            return _revocations?.IsRevoked(claims.TokenId, claims.Run) == true
                ? ServiceTokenCheck.Refuse(ServiceTokenStep.Revocation)
                : !key.Period.CountsAt(now, _policy.LongestLife, _policy.Skew)
                    ? ServiceTokenCheck.Refuse(ServiceTokenStep.KeyAge)
                    : ServiceTokenCheck.Accept(claims);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The platform says the second of a member's name that is no Unicode text.
            return ServiceTokenCheck.Refuse(ServiceTokenStep.Payload);
        }
    }

    // An escape can write what is no Unicode text; the platform says so, by throwing, only when the text is taken.
    private static bool HasLoneSurrogate(JsonElement element)
    {
        try
        {
            TakeTexts(element);
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static void TakeTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    TakeTexts(member.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    TakeTexts(item);
                }

                break;
            case JsonValueKind.String:
                _ = element.GetString();
                break;
        }
    }
}
