using AmlSecurity.Domain.Secrets;

namespace AmlSecurity.Domain.Encryption;

/// <summary>What may be chosen about an <see cref="EnvelopeSealer"/>. Every default is safe.</summary>
/// <param name="Window">How long an unwrapped data key is used without asking the vault again;
/// <see cref="RevocationWindow.OneHour"/> by default.</param>
/// <param name="Limits">How much is written with one data key; the widest by default.</param>
/// <param name="CachedKeys">How many data keys are kept in memory, 1 to <see cref="MostCachedKeys"/>.</param>
/// <param name="Random">Where data keys come from; the system by default.</param>
/// <param name="Salts">Where salts come from; the system by default.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EnvelopeSealerOptions(
    RevocationWindow? Window = null,
    DataKeyLimits? Limits = null,
    int CachedKeys = 1000,
    IRandomSource? Random = null,
    SaltSource? Salts = null)
{
    /// <summary>The most data keys that are kept in memory.</summary>
    public const int MostCachedKeys = 1_000_000;
}
