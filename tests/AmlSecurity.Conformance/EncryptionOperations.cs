using System.Text.Json.Nodes;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Encryption</c>.</summary>
internal static class EncryptionOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("context.encode", EncodeContext),
        new("chunked.encrypt", Encrypt),
        new("chunked.decrypt", Decrypt),
        new("chunked.range", DecryptRange),
        new("keyWrap.wrap", KeyWrapOperations.Wrap),
        new("keyWrap.unwrap", KeyWrapOperations.Unwrap),
        new("envelope.seal", EnvelopeOperations.Seal),
        new("envelope.open", EnvelopeOperations.Open),
        new("envelope.rewrap", EnvelopeOperations.Rewrap),
        new("envelope.describe", EnvelopeOperations.Describe),
        new("cms.export", CmsOperations.Export),
        new("cms.import", CmsOperations.Import),
    ];

    /// <summary>Gets bytes of the one length that they may have.</summary>
    public static byte[] Exactly(this byte[] bytes, string name, int length) => bytes.Length == length
        ? bytes
        : throw OperationException.Malformed($"`{name}` has {bytes.Length} bytes, not {length}");

    /// <summary>Makes the answer that is only bytes.</summary>
    public static JsonObject DataOf(ReadOnlySpan<byte> data) => new() { ["data"] = Convert.ToHexStringLower(data) };

    /// <summary>Makes the error of what does not decrypt.</summary>
    public static OperationException NotAuthentic() =>
        new(ErrorCode.Authentication, "`data` is not authentic for this key and context");

    /// <summary>Gets the names and values of an object.</summary>
    public static IReadOnlyCollection<KeyValuePair<string, string>> PairsOf(Arguments pairs) =>
        [.. pairs.Names.Select(name => new KeyValuePair<string, string>(name, pairs.Text(name)))];

    private static JsonObject EncodeContext(Arguments request) =>
        ContextEncoding.Encode(PairsOf(request.Object("pairs"))).TryPickT0(out var encoded, out var fault)
            ? DataOf(encoded)
            : throw OperationException.Malformed($"`pairs` cannot be encoded: {fault}");

    private static JsonObject Encrypt(Arguments request)
    {
        var key = request.Bytes("key").Exactly("key", Cobblestone256.KeyLength);
        var salt = request.Bytes("salt").Exactly("salt", Cobblestone256.SaltLength);
        var plaintext = request.Bytes("data");
        var message = new byte[Cobblestone256.CiphertextLength(plaintext.Length)];
        Cobblestone256.Encrypt(key, request.Bytes("context"), salt, plaintext, message);
        return DataOf(message);
    }

    // A key of a wrong length opens nothing, like any other wrong key.
    private static JsonObject Decrypt(Arguments request)
    {
        var message = request.Bytes("data");
        Cobblestone256.TryGetPlaintextLength(message.Length, out var length);
        var plaintext = new byte[length];
        return Cobblestone256.TryDecrypt(
            request.Bytes("key"), request.Bytes("context"), message, plaintext, out var written)
                ? DataOf(plaintext.AsSpan(0, written))
                : throw NotAuthentic();
    }

    private static JsonObject DecryptRange(Arguments request)
    {
        var message = request.Bytes("data");
        var (offset, length) = (request.Count("offset"), request.Count("length"));
        using var access = Cobblestone256RandomAccess.TryOpen(
            request.Bytes("key"), request.Bytes("context"), Fetch, message.Length) ?? throw NotAuthentic();
        if (length > access.PlaintextLength || offset > access.PlaintextLength - length)
        {
            throw OperationException.Malformed($"the range is not within the {access.PlaintextLength} bytes of plaintext");
        }

        var plaintext = new byte[length];
        return access.TryRead(offset, plaintext) ? DataOf(plaintext) : throw NotAuthentic();

        bool Fetch(long from, Span<byte> destination) =>
            message.AsSpan((int)from, destination.Length).TryCopyTo(destination);
    }
}
