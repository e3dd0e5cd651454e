using System.Text.Json.Nodes;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>The operations that seal, open and describe envelopes.</summary>
internal static class EnvelopeOperations
{
    private const int MostStanzas = 16;

    // A handle of a data key lives for one request, so that its age plays no part.
    private static readonly Instant Now = NodaConstants.UnixEpoch;

    private static readonly SystemRandomSource Random = new();

    private static readonly SaltSource Salts = SaltSource.OfSystem();

    public static JsonObject Seal(Arguments request)
    {
        var context = ContextOf(request);
        using var vault = RequestVault.Of(request);
        var bytes = OptionalBytes(request, "dek", Cobblestone256.KeyLength) ?? RandomBytes(Cobblestone256.KeyLength);
        var id = OptionalBytes(request, "dekId", DataKeyId.Length) ?? RandomBytes(DataKeyId.Length);
        var salt = OptionalBytes(request, "salt", Cobblestone256.SaltLength) ?? NextSalt();
        var plaintext = request.Bytes("data");
        var stanzas = vault.WrapAsync(bytes).GetAwaiter().GetResult();
        if (stanzas.Length is 0 or > MostStanzas)
        {
            throw OperationException.Malformed($"`keys` names {stanzas.Length} keys instead of 1 to {MostStanzas}");
        }

        using var dataKey = new DataKey(bytes, new DataKeyId(id), Now);
        var key = Accept(EnvelopeKey.Attached(dataKey, stanzas));
        var envelope = new byte[Envelope.SealedLength(key, plaintext.Length)];
        Accept(Envelope.Seal(key, context, salt, plaintext, Now, envelope));
        var answer = EncryptionOperations.DataOf(envelope);
        answer.Add("dekId", dataKey.Id.ToString());
        answer.Add("keyVersion", stanzas[0].KeyVersion);
        return answer;
    }

    public static JsonObject Open(Arguments request)
    {
        var context = ContextOf(request);
        using var vault = RequestVault.Of(request);
        var allowed = AllowedKeys.Of(request.OptionalDocument("allowed").IsEmpty ? vault.Uris : request.Texts("allowed"));
        var envelope = request.Bytes("data");
        var dek = OptionalBytes(request, "dek", Cobblestone256.KeyLength);
        var header = HeaderOf(envelope);
        if (header.IsDetached && dek is null)
        {
            throw new OperationException(
                ErrorCode.Unsupported, "the envelope is detached: without its `dek` nothing here unwraps it");
        }

        Envelope.TryGetPlaintextLength(envelope, out var length);
        var plaintext = new byte[length];
        using var given = dek is null ? null : new DataKey(dek, header.DataKeyId, Now);
        var outcome = given is null
            ? Envelope.Open(envelope, context, allowed, vault, Now, plaintext)
            : Envelope.Open(envelope, context, given, plaintext);
        return outcome.TryPickT0(out var written, out var refusal)
            ? EncryptionOperations.DataOf(plaintext.AsSpan(0, written))
            : throw ErrorOf(refusal);
    }

    public static JsonObject Rewrap(Arguments request)
    {
        using var vault = RequestVault.Of(request);
        var envelope = request.Bytes("data");
        var header = HeaderOf(envelope);
        if (header.IsDetached)
        {
            throw new OperationException(
                ErrorCode.Unsupported, "the envelope is detached: what wraps its data key is not here");
        }

        var (rewrapped, isChanged) = vault.RewrapAsync(envelope, header).GetAwaiter().GetResult();
        var answer = EncryptionOperations.DataOf(rewrapped);
        answer.Add("changed", isChanged);
        return answer;
    }

    public static JsonObject Describe(Arguments request)
    {
        var header = HeaderOf(request.Bytes("data"));
        var stanzas = header.Stanzas.Select(stanza => new JsonObject
        {
            ["alg"] = VaultKey.NameOf(stanza.Algorithm),
            ["uri"] = stanza.KeyUri,
            ["version"] = stanza.KeyVersion,
        });
        return new JsonObject
        {
            ["stanzas"] = new JsonArray([.. stanzas]),
            ["dekId"] = header.DataKeyId.ToString(),
            ["detached"] = header.IsDetached,
            ["headerLength"] = header.Length,
        };
    }

    /// <summary>Makes the error of what does not open.</summary>
    public static OperationException ErrorOf(OpenRefusal refusal) => new(CodeOf(refusal.Kind), refusal.ToString());

    public static EncryptionContext ContextOf(Arguments request) =>
        EncryptionContext.Create(EncryptionOperations.PairsOf(request.Object("context")))
            .TryPickT0(out var context, out var fault)
                ? context
                : throw OperationException.Malformed($"`context` is no context: {fault}");

    private static EnvelopeHeader HeaderOf(byte[] envelope) =>
        Envelope.DescribeWrapping(envelope).TryPickT0(out var header, out var fault)
            ? header
            : throw OperationException.Malformed(new OpenRefusal(OpenRefusalKind.Malformed, fault).ToString());

    private static byte[]? OptionalBytes(Arguments request, string name, int length) =>
        request.OptionalBytes(name)?.Exactly(name, length);

    private static byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        Random.Fill(bytes);
        return bytes;
    }

    private static byte[] NextSalt()
    {
        var salt = new byte[Cobblestone256.SaltLength];
        Salts.Next(salt);
        return salt;
    }

    private static T Accept<T>(OneOf.OneOf<T, SealRefusal> outcome) => outcome.TryPickT0(out var value, out var refusal)
        ? value
        : throw new OperationException(ErrorCode.Refused, $"the data key is {refusal}");

    private static string CodeOf(OpenRefusalKind kind) => kind switch
    {
        OpenRefusalKind.Malformed => ErrorCode.Malformed,
        OpenRefusalKind.KeyNotAllowed or OpenRefusalKind.KeyDenied => ErrorCode.KeyDenied,
        OpenRefusalKind.KeyUnavailable => ErrorCode.KeyUnavailable,
        _ => ErrorCode.Authentication,
    };
}
