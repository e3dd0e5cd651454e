using AmlSecurity.Domain.Encryption;
using OneOf;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Drives the streams of a sealer in pieces.</summary>
internal static class SealerStreams
{
    public static async Task<RevocableReader> BeginOpenAsync(this EnvelopeSealer sealer, byte[] envelope) =>
        (await sealer.BeginOpenAsync(envelope.AsMemory(0, envelope.Header().Length), Lab.Context, default)).Expect();

    public static async Task<RevocableWriter> BeginSealAsync(this EnvelopeSealer sealer) =>
        (await sealer.BeginSealAsync(Lab.Context, default)).Expect();

    /// <summary>Reads a body to its end, or to the first refusal, and tells what came out before.</summary>
    public static async Task<(byte[] Plaintext, OneOf<int, OpenRefusal> End)> ReadAsync(
        this RevocableReader reader, ReadOnlyMemory<byte> body, int piece, Action? beforePiece = null)
    {
        List<byte> plaintext = [];
        for (var rest = body; !rest.IsEmpty;)
        {
            beforePiece?.Invoke();
            var part = rest[..Math.Min(piece, rest.Length)];
            rest = rest[part.Length..];
            var output = new byte[reader.OutputLength(part.Length)];
            var outcome = await reader.UpdateAsync(part, output, default);
            if (!outcome.TryPickT0(out var length, out _))
            {
                return ([.. plaintext], outcome);
            }

            plaintext.AddRange(output.AsSpan(0, length));
        }

        var last = new byte[Cobblestone256.ChunkLength];
        var end = await reader.FinishAsync(last, default);
        plaintext.AddRange(last.AsSpan(0, end.Match(length => length, _ => 0)));
        return ([.. plaintext], end);
    }

    /// <summary>Writes a plaintext to its end, or to the first refusal, and gives what came out.</summary>
    public static async Task<(byte[] Envelope, OneOf<int, KeyRefusal> End)> WriteAsync(
        this RevocableWriter writer, ReadOnlyMemory<byte> plaintext, int piece, Action? beforePiece = null)
    {
        List<byte> envelope = [];
        for (var rest = plaintext; !rest.IsEmpty;)
        {
            beforePiece?.Invoke();
            var part = rest[..Math.Min(piece, rest.Length)];
            rest = rest[part.Length..];
            var output = new byte[writer.OutputLength(part.Length)];
            var outcome = await writer.UpdateAsync(part, output, default);
            if (!outcome.TryPickT0(out var length, out _))
            {
                return ([.. envelope], outcome);
            }

            Assert.Equal(output.Length, length);
            envelope.AddRange(output);
        }

        var last = new byte[Cobblestone256.SealedChunkLength + 400];
        var end = await writer.FinishAsync(last, default);
        envelope.AddRange(last.AsSpan(0, end.Match(length => length, _ => 0)));
        return ([.. envelope], end);
    }
}
