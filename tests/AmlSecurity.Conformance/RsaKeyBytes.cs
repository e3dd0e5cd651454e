using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>Reads RSA keys, both halves as PKCS#8 or the public one as SubjectPublicKeyInfo.</summary>
internal static class RsaKeyBytes
{
    /// <summary>Imports a key, to be disposed.</summary>
    public static (RSA Rsa, bool IsPrivate) Import(byte[] bytes)
    {
        var rsa = RSA.Create();
        if (TryImport(rsa, bytes, out var isPrivate) && rsa.KeySize >= RsaOaep256.MinimumKeySize)
        {
            return (rsa, isPrivate);
        }

        rsa.Dispose();
        throw OperationException.Malformed("`key` is no RSA key of 2,048 bits or more, as PKCS#8 or SubjectPublicKeyInfo");
    }

    private static bool TryImport(RSA rsa, byte[] bytes, out bool isPrivate)
    {
        foreach (var asPrivate in (ReadOnlySpan<bool>)[true, false])
        {
            isPrivate = asPrivate;
            try
            {
                int read;
                if (asPrivate)
                {
                    rsa.ImportPkcs8PrivateKey(bytes, out read);
                }
                else
                {
                    rsa.ImportSubjectPublicKeyInfo(bytes, out read);
                }

                return read == bytes.Length;
            }
            catch (CryptographicException)
            {
                // Not of this form.
            }
        }

        isPrivate = false;
        return false;
    }
}
