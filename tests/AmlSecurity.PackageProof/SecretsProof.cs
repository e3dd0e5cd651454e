using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.PackageProof;

internal static class SecretsProof
{
    public static void Prove(Proof proof)
    {
        var secret = SecretBytes.CopyOf([1, 2, 3]);
        proof.That("a secret is lent", secret.TryLease(out var lease));
        secret.Dispose();
        proof.That("an open lease keeps its bytes", lease.Bytes is [1, 2, 3]);
        lease.Dispose();
        proof.That("the bytes are erased with the last lease", secret.IsErased && !secret.TryLease(out _));

        var salts = SaltSource.OfSystem(buffered: true);
        Span<byte> first = stackalloc byte[24];
        Span<byte> second = stackalloc byte[24];
        salts.Next(first);
        salts.Next(second);
        proof.That("two salts differ", !first.SequenceEqual(second));
    }
}
