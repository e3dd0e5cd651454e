namespace AmlSecurity.Domain.Secrets;

/// <summary>A loan of secret bytes, which stay whole until it ends.</summary>
/// <remarks>To be disposed exactly once, by whoever took it. The default holds nothing. For one thread.</remarks>
public readonly ref struct SecretLease
{
    private readonly SecretBytes? _owner;

    internal SecretLease(SecretBytes owner, ReadOnlySpan<byte> bytes)
    {
        _owner = owner;
        Bytes = bytes;
    }

    /// <summary>Gets the bytes. They must not be kept.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Ends the loan.</summary>
    public void Dispose() => _owner?.EndLease();
}
