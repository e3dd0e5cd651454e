using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Fuzz;

/// <summary>Well-formed inputs of every reader: most are computed, the documents are the tour's own inputs.</summary>
internal static class FuzzSeeds
{
    public static byte[] Plaintext => [1, 2, 3];

    private static (string Target, string Pattern)[] Documents =>
    [
        ("activity-log", "activity-log.json"),
        ("assignment", "assignments*.json"),
        ("canonical-json", "groups.json"),
        ("canonical-json", "questions.json"),
        ("deny", "deny.json"),
        ("group", "groups*.json"),
        ("hierarchy", "hierarchy.json"),
        ("role", "roles-*.json"),
        ("template", "templates-*.json"),
    ];

    private static ReadOnlySpan<byte> Record =>
        """{"actor":{"id":"alice","kind":"user","name":{"plain":"é \"x\""}},"eventId":"e1","index":0,"occurredAt":"2026-03-02T09:00:00.0000000Z","operation":"read","outcome":{"evidence":"a1","kind":"allowed"},"recordedAt":"2026-03-02T09:00:00.0000001Z","source":"test","target":"w1","v":1}"""u8;

    private static ReadOnlySpan<byte> Condition =>
        "((!(ActionMatches{'Microsoft.Storage/*/read'} AND NOT SubOperationMatches{'Blob.List'})) OR (@Resource[a:b<$key_sensitive$>] ForAnyOfAnyValues:StringEqualsIgnoreCase {'x', 'y'}))"u8;

    private static ReadOnlySpan<byte> ResourceId =>
        "/subscriptions/2d246f75-be41-4fa4-a5d2-329d83e1d1f6/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w1"u8;

    private static ReadOnlySpan<byte> Row => """
        { "timestamp": "2020-03-13T10:00:00.123Z", "id": "|r.1.", "name": "POST /score", "url": "http://svc/score?a=b",
          "success": "True", "resultCode": "200", "duration": 12.5, "itemType": "request", "operation_Id": "op-1",
          "client_IP": "192.0.2.7", "customDimensions": "{\"User-Agent\":\"curl/7\",\"ComputeType\":\"AKS\"}" }
        """u8;

    /// <summary>Writes a folder of seeds for each target.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="inputs">The folder of the tour's inputs.</param>
    public static async Task WriteAsync(string folder, string inputs)
    {
        foreach (var (target, pattern) in Documents)
        {
            foreach (var file in Directory.EnumerateFiles(inputs, pattern))
            {
                Write(target, Path.GetFileName(file), await File.ReadAllBytesAsync(file).ConfigureAwait(false));
            }
        }

        var random = new SystemRandomSource();
        var stanza = KeyStanza.Create(KeyWrapAlgorithm.A256KW, "https://v.vault.azure.net/keys/k", "1", Wrapped())
            .Match(made => made, fault => throw new InvalidOperationException($"{fault}"));
        var attached = EnvelopeKey.Attached(FuzzKeys.DataKey, stanza)
            .Match(made => made, fault => throw new InvalidOperationException($"{fault}"));
        Write("envelope", "attached", Seal(attached));
        Write("envelope", "detached", Seal(EnvelopeKey.Detached(FuzzKeys.DataKey)));
        Write("key-record", "record", KeyRecord.Create(FuzzKeys.DataKey, "workspace", stanza)
            .Match(made => made.Encoded.ToArray(), fault => throw new InvalidOperationException($"{fault}")));
        Write("cms", "shared", CmsEnvelope.Export(Plaintext, FuzzKeys.Context, random, FuzzKeys.Recipient));

        using var signer = InMemoryTokenSigner.Hs256("k1", FuzzKeys.Secret);
        var token = await ServiceToken.MintAsync(Claims(), signer, default).ConfigureAwait(false);
        Write("token", "token", token);
        var payload = System.Buffers.Text.Base64Url.DecodeFromUtf8(token.AsSpan()[PayloadOf(token)]);
        Write("token-payload", "payload", payload);
        Write("token-claims", "payload", payload);

        var checkpoint = Checkpoint.Create("ml.example/log", 7, SHA256.HashData(Plaintext));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var notary = InMemoryNoteSigner.Create("ml.example", key);
        var note = await SignedNote.SignAsync(checkpoint.ToBody(), [notary], default).ConfigureAwait(false);
        Write("note", "checkpoint", note.Match(
            signed => signed.ToBytes(), fault => throw new InvalidOperationException($"{fault}")));
        Write("checkpoint", "body", checkpoint.ToBody());
        Write("audit-record", "allowed", Record.ToArray());
        Write("condition", "storage", Condition.ToArray());
        Write("resource-id", "workspace", ResourceId.ToArray());
        Write("scoring-request", "row", Row.ToArray());

        void Write(string target, string name, byte[] bytes)
        {
            Directory.CreateDirectory(Path.Combine(folder, target));
            File.WriteAllBytes(Path.Combine(folder, target, name), bytes);
        }
    }

    private static Range PayloadOf(byte[] token) => (token.AsSpan().IndexOf((byte)'.') + 1)..token.AsSpan().LastIndexOf((byte)'.');

    private static ServiceTokenClaims Claims() => new(
        FuzzKeys.Issuer,
        FuzzKeys.Audience,
        "run:r1",
        FuzzKeys.Workspace,
        FuzzKeys.Now,
        new TokenLifetime(FuzzKeys.Now, FuzzKeys.Now + Duration.FromHours(1)));

    private static byte[] Wrapped()
    {
        using var wrap = new AesKeyWrap(FuzzKeys.Secret);
        var wrapped = new byte[FuzzKeys.Secret.Length + AesKeyWrap.Overhead];
        wrap.Wrap(FuzzKeys.Secret, wrapped);
        return wrapped;
    }

    private static byte[] Seal(EnvelopeKey key)
    {
        var envelope = new byte[Envelope.SealedLength(key, Plaintext.Length)];
        Envelope.Seal(key, FuzzKeys.Context, FuzzKeys.Secret.AsSpan(0, Cobblestone256.SaltLength), Plaintext, FuzzKeys.Now, envelope)
            .Switch(_ => { }, refusal => throw new InvalidOperationException($"{refusal}"));
        return envelope;
    }
}
