namespace AmlSecurity.Domain.Encryption.Software;

/// <summary>The key behind one version in a <see cref="SoftwareKeyVault"/>. Safe for concurrent use.</summary>
internal abstract class SoftwareKey : IDisposable
{
    public abstract KeyWrapAlgorithm Algorithm { get; }

    /// <summary>Gets a value indicating whether it holds what unwrapping takes.</summary>
    public abstract bool CanUnwrap { get; }

    /// <summary>Wraps a data key.</summary>
    /// <returns>The wrapped key; null after the key was erased.</returns>
    public abstract byte[]? Wrap(ReadOnlySpan<byte> dataKey);

    /// <summary>Unwraps a data key.</summary>
    /// <returns><see langword="false"/> if it is not sound under this key, or the key was erased.</returns>
    public abstract bool TryUnwrap(ReadOnlySpan<byte> wrapped, Span<byte> dataKey);

    public abstract void Dispose();
}
