using Microsoft.AspNetCore.DataProtection;

namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>ASP.NET Core Data Protection with keys in memory: a key for each message, arrays in and out.</summary>
internal sealed class DataProtectionPeer : IPeer
{
    private readonly IDataProtector _protector = new EphemeralDataProtectionProvider().CreateProtector("benchmarks");

    public object Seal(byte[] plaintext) => _protector.Protect(plaintext);

    public byte[] Open(object sealedText) => _protector.Unprotect((byte[])sealedText);
}
