namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>Authenticated encryption as another library, or the platform alone, offers it.</summary>
/// <remarks>A peer returns what its interface gives: an array, or the caller's own after it was filled.</remarks>
internal interface IPeer
{
    object Seal(byte[] plaintext);

    byte[] Open(object sealedText);
}
