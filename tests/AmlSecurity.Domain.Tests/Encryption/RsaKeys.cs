using System.Security.Cryptography;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>RSA keys of 2,048 bits, made once for all tests of a class: making one takes long.</summary>
public sealed class RsaKeys : IDisposable
{
    private readonly Lazy<RSA>[] _keys =
    [
        new(() => RSA.Create(2048)), new(() => RSA.Create(2048)), new(() => RSA.Create(2048)),
    ];

    /// <summary>Gets one of three keys.</summary>
    public RSA this[int number] => _keys[number % _keys.Length].Value;

    public void Dispose()
    {
        foreach (var key in _keys.Where(key => key.IsValueCreated))
        {
            key.Value.Dispose();
        }
    }
}
