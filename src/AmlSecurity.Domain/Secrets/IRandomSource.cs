namespace AmlSecurity.Domain.Secrets;

/// <summary>Gives random bytes. Implementations must be safe for concurrent use.</summary>
/// <remarks>A port, so that tests can repeat what they saw. In production it is
/// <see cref="SystemRandomSource"/>.</remarks>
public interface IRandomSource
{
    /// <summary>Fills a span with bytes that nobody can predict.</summary>
    /// <param name="bytes">The span, filled whole.</param>
    void Fill(Span<byte> bytes);
}
