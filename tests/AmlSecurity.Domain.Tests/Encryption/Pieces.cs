using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Drives the streams with pieces of a given length, or of changing ones.</summary>
internal static class Pieces
{
    public static (MessageEnd End, byte[] Plaintext) Decrypt(
        Cobblestone256Reader reader, ReadOnlySpan<byte> ciphertext, int piece) =>
        Decrypt(reader, ciphertext, () => piece);

    public static (MessageEnd End, byte[] Plaintext) Decrypt(
        Cobblestone256Reader reader, ReadOnlySpan<byte> ciphertext, Func<int> nextLength)
    {
        var plaintext = new byte[ciphertext.Length + Cobblestone256.ChunkLength];
        var length = 0;
        while (!ciphertext.IsEmpty)
        {
            var piece = ciphertext[..Math.Min(nextLength(), ciphertext.Length)];
            ciphertext = ciphertext[piece.Length..];
            var goesOn = reader.TryUpdate(piece, plaintext.AsSpan(length), out var written);
            length += written;
            if (!goesOn)
            {
                break;
            }
        }

        var end = reader.Finish(plaintext.AsSpan(length), out var last);
        return (end, plaintext[..(length + last)]);
    }

    public static byte[] Encrypt(Cobblestone256Writer writer, ReadOnlySpan<byte> plaintext, Func<int> nextLength)
    {
        var ciphertext = new byte[Cobblestone256.CiphertextLength(plaintext.Length)];
        var length = 0;
        while (!plaintext.IsEmpty)
        {
            var piece = plaintext[..Math.Min(nextLength(), plaintext.Length)];
            plaintext = plaintext[piece.Length..];
            Assert.True(writer.OutputLength(piece.Length) <= ciphertext.Length - length);
            length += writer.Update(piece, ciphertext.AsSpan(length));
        }

        length += writer.Finish(ciphertext.AsSpan(length));
        Assert.Equal(ciphertext.Length, length);
        return ciphertext;
    }
}
