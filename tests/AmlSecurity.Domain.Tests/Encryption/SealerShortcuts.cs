using AmlSecurity.Domain.Encryption;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>What tests ask of a sealer, under the context of the lab and without cancelling.</summary>
internal static class SealerShortcuts
{
    public static readonly OpenRefusal Unavailable = new(OpenRefusalKind.KeyUnavailable);
    public static readonly OpenRefusal NotAllowed = new(OpenRefusalKind.KeyNotAllowed);

    public static OpenRefusal Denied(KeyRefusal key) => new(OpenRefusalKind.KeyDenied, Key: key);

    public static async Task<byte[]> SealAsync(this EnvelopeSealer sealer, byte[] plaintext) =>
        (await sealer.SealAsync(plaintext, Lab.Context, default)).Expect();

    public static async Task<OneOf<byte[], OpenRefusal>> OpenAsync(this EnvelopeSealer sealer, byte[] envelope) =>
        await sealer.OpenAsync(envelope, Lab.Context, default);

    /// <summary>Opens what must open.</summary>
    public static async Task<byte[]> ReadAsync(this EnvelopeSealer sealer, byte[] envelope) =>
        (await sealer.OpenAsync(envelope)).Expect();

    /// <summary>Opens what must be refused.</summary>
    public static async Task<OpenRefusal> FailAsync(this EnvelopeSealer sealer, byte[] envelope) =>
        (await sealer.OpenAsync(envelope)).AsT1;

    public static EnvelopeHeader Header(this byte[] envelope) => Envelope.DescribeWrapping(envelope).Expect();

    public static string[] Versions(this byte[] envelope) =>
        [.. envelope.Header().Stanzas.Select(stanza => stanza.KeyVersion)];
}
