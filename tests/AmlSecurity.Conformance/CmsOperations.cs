using System.Text.Json.Nodes;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Cms;
using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Conformance;

/// <summary>The operations that make and open CMS messages for a shared key.</summary>
internal static class CmsOperations
{
    private static readonly SystemRandomSource Random = new();

    public static JsonObject Export(Arguments request)
    {
        var (recipient, wrap) = RecipientOf(request);
        using (wrap)
        {
            return EncryptionOperations.DataOf(CmsEnvelope.Export(
                request.Bytes("data"), EnvelopeOperations.ContextOf(request), Random, recipient));
        }
    }

    public static JsonObject Import(Arguments request)
    {
        var (recipient, wrap) = RecipientOf(request);
        using (wrap)
        {
            return CmsEnvelope.Import(request.Bytes("data"), EnvelopeOperations.ContextOf(request), recipient)
                .Match(data => EncryptionOperations.DataOf(data), refusal => throw ErrorOf(refusal));
        }
    }

    private static (CmsRecipient.SharedKey Recipient, AesKeyWrap Wrap) RecipientOf(Arguments request)
    {
        var kek = request.Object("kek");
        var id = kek.Bytes("id");
        if (id.Length is 0 or > CmsRecipient.SharedKey.MaximumIdentifierLength)
        {
            throw OperationException.Malformed($"`kek.id` has {id.Length} bytes instead of 1 to 256");
        }

        var wrap = new AesKeyWrap(kek.Bytes("key").Exactly("kek.key", Cobblestone256.KeyLength));
        return (new CmsRecipient.SharedKey(id, wrap), wrap);
    }

    private static OperationException ErrorOf(CmsRefusal refusal) => refusal.Kind switch
    {
        CmsRefusalKind.NotAuthentic => EncryptionOperations.NotAuthentic(),
        CmsRefusalKind.NoRecipient => new OperationException(ErrorCode.KeyDenied, $"{refusal}"),
        CmsRefusalKind.UnsupportedContent or CmsRefusalKind.UnsupportedAlgorithm =>
            new OperationException(ErrorCode.Unsupported, $"{refusal}"),
        _ => OperationException.Malformed($"{refusal}"),
    };
}
