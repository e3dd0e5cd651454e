using Jose;

namespace AmlSecurity.Benchmarks.Encryption.Peers;

/// <summary>A compact JWE of jose-jwt, direct A256GCM: text out, text in.</summary>
internal sealed class JosePeer : IPeer
{
    private readonly byte[] _key = new byte[32];

    public object Seal(byte[] plaintext) => JWT.EncodeBytes(plaintext, _key, JweAlgorithm.DIR, JweEncryption.A256GCM);

    public byte[] Open(object sealedText) => JWT.DecodeBytes((string)sealedText, _key);
}
