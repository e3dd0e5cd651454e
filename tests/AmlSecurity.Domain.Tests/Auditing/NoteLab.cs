using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Three keys, and notes that they sign.</summary>
internal static class NoteLab
{
    /// <summary>The name <c>log.example</c> for the public key whose private half is 1.</summary>
    public const string One =
        "log.example+5cd252fb+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGsX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKW"
        + "T+NC4v4af5uO5+tKfA+eFivOM1drMV7Oy7ZAaDe/UfU=";

    public const string Body = "log.example\n7\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\n";

    public static readonly Instant Now = Instant.FromUtc(2030, 1, 1, 0, 0);

    public static readonly InMemoryNoteSigner Log = NewSigner("log.example");
    public static readonly InMemoryNoteSigner Witness = NewSigner("witness.example/w1");
    public static readonly InMemoryNoteSigner Stranger = NewSigner("stränger");

    public static readonly IReadOnlyList<InMemoryNoteSigner> Signers = [Log, Witness, Stranger];

    public static InMemoryNoteSigner NewSigner(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return InMemoryNoteSigner.Create(name, key);
    }

    public static SignedNote Sign(string body, params INoteSigner[] signers) =>
        SignedNote.SignAsync(Encoding.UTF8.GetBytes(body), signers, default).AsTask().Result.Expect();

    /// <summary>Writes a signature line, whatever is in it.</summary>
    public static string Line(string name, uint keyId, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[4 + signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, keyId);
        signature.CopyTo(bytes.AsSpan(4));
        return $"— {name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Writes a line that says of a key that it signed, and is not its signature of the body.</summary>
    public static string BadLine(InMemoryNoteSigner signer) => LineOf(signer, "another\n");

    /// <summary>Writes the line of a key under a text.</summary>
    public static string LineOf(InMemoryNoteSigner signer, string body = Body) =>
        Line(signer.Name, signer.KeyId, Sign(body, signer).Signatures[0].Bytes.AsSpan());

    public static SignedNote Note(params string[] lines) => Read($"{Body}\n{string.Concat(lines)}").Expect();

    public static OneOf.OneOf<SignedNote, SignedNoteFault> Read(string note) =>
        SignedNote.Read(Encoding.UTF8.GetBytes(note));
}
