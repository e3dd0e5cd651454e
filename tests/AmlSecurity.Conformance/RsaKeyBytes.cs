using System.Security.Cryptography;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>Reads RSA keys, both halves as PKCS#8 or the public one as SubjectPublicKeyInfo.</summary>
internal static class RsaKeyBytes
{
    /// <summary>Imports a key, to be disposed.</summary>
    public static RSA Import(byte[] bytes)
    {
        var rsa = RSA.Create();
        if (TryImport(rsa, bytes) && rsa.KeySize >= RsaOaep256.MinimumKeySize)
        {
            return rsa;
        }

        rsa.Dispose();
        throw OperationException.Malformed("`key` is no RSA key of 2,048 bits or more, as PKCS#8 or SubjectPublicKeyInfo");
    }

    private static bool TryImport(RSA rsa, byte[] bytes)
    {
        foreach (var asPrivate in (ReadOnlySpan<bool>)[true, false])
        {
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

        return false;
    }
}
