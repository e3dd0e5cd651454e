using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Writes what is to be signed. Kept for the next token by who makes many, so that nothing is
/// allocated.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class ServiceTokenWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _payload = new(512);
    private readonly Utf8JsonWriter _json;

    public ServiceTokenWriter() => _json = new Utf8JsonWriter(_payload);

    /// <summary>Writes header, dot and payload, encoded.</summary>
    /// <param name="claims">What the token says.</param>
    /// <param name="header">The header, encoded.</param>
    /// <param name="algorithm">How it is to be signed.</param>
    /// <param name="destination">Receives them, and must have room for the whole token.</param>
    /// <returns>How many bytes are to be signed.</returns>
    /// <exception cref="ArgumentException">There are too many permissions, a text is not Unicode, or the token is
    /// too long for the profile or the destination.</exception>
    public int Write(
        ServiceTokenClaims claims, ReadOnlySpan<byte> header, ServiceTokenAlgorithm algorithm, Span<byte> destination)
    {
        if (claims.Permissions.Length > RunScope.MostPermissions)
        {
            throw new ArgumentException(
                $"a token carries at most {RunScope.MostPermissions} permissions", nameof(claims));
        }

        _payload.ResetWrittenCount();
        _json.Reset();
        Write(claims);
        _json.Flush();
        var length = header.Length + 1 + Base64Url.GetEncodedLength(_payload.WrittenCount);
        var whole = length + 1 + Base64Url.GetEncodedLength(ServiceTokenKey.SignatureLengthOf(algorithm));
        if (whole > ServiceTokenChecker.MaximumLength)
        {
            throw new ArgumentException("the token would be too long", nameof(claims));
        }

        if (whole > destination.Length)
        {
            throw new ArgumentException("the buffer is shorter than the token", nameof(destination));
        }

        header.CopyTo(destination);
        destination[header.Length] = (byte)'.';
        Base64Url.EncodeToUtf8(_payload.WrittenSpan, destination[(header.Length + 1)..]);
        return length;
    }

    public void Dispose() => _json.Dispose();

    private void Write(ServiceTokenClaims claims)
    {
        _json.WriteStartObject();
        _json.WriteString("iss"u8, claims.Issuer);
        _json.WriteString("aud"u8, claims.Audience);
        _json.WriteString("sub"u8, claims.Subject);
        _json.WriteString("wid"u8, claims.Workspace);
        _json.WriteNumber("iat"u8, claims.IssuedAt.ToUnixTimeSeconds());
        _json.WriteNumber("nbf"u8, claims.Lifetime.Starts.ToUnixTimeSeconds());
        _json.WriteNumber("exp"u8, claims.Lifetime.Expires.ToUnixTimeSeconds());
        WriteOptional("jti"u8, claims.TokenId);
        WriteOptional("tid"u8, claims.Tenant);
        WriteOptional("cid"u8, claims.Compute);
        WriteOptional("rid"u8, claims.Run);
        WriteOptional("eid"u8, claims.Experiment);
        if (claims is { Submitter: { } submitter, SubmitterTenant: { } tenant })
        {
            _json.WriteStartObject("obo"u8);
            _json.WriteString("tid"u8, tenant);
            _json.WriteString("oid"u8, submitter);
            _json.WriteEndObject();
        }

        if (!claims.Permissions.IsEmpty)
        {
            _json.WriteStartArray("scp"u8);
            foreach (var permission in claims.Permissions)
            {
                _json.WriteStringValue(permission);
            }

            _json.WriteEndArray();
        }

        _json.WriteEndObject();
    }

    private void WriteOptional(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _json.WriteString(name, value);
        }
    }
}
