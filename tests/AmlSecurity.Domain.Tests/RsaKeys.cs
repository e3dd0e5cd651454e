using System.Security.Cryptography;

namespace AmlSecurity.Domain.Tests;

/// <summary>Three RSA keys of 2,048 bits, and one that is too short: making one takes long, so that all tests share
/// them.</summary>
internal static class RsaKeys
{
    private const int Large = 3;

    private static readonly Lazy<byte[]>[] Keys =
        [.. Enumerable.Range(0, Large).Select(_ => new Lazy<byte[]>(() => Make(2048))), new(() => Make(1024))];

    /// <summary>Gets one of the three keys, in an object of its own.</summary>
    public static RSA Copy(int number) => Import(Keys[number % Large].Value);

    /// <summary>Gets a key of 1,024 bits.</summary>
    public static RSA CopyShort() => Import(Keys[Large].Value);

    private static byte[] Make(int bits)
    {
        using var rsa = RSA.Create(bits);
        return rsa.ExportPkcs8PrivateKey();
    }

    private static RSA Import(byte[] key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return rsa;
    }
}
