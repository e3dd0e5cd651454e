using System.Collections.Concurrent;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>Keeps in the memory of this process which runs and tokens are revoked, for development, tests and hosts of
/// one process.</summary>
/// <remarks>Reference equality; no order. Safe for concurrent use.</remarks>
public sealed class InMemoryTokenRevocations : IServiceTokenRevocations
{
    private readonly ConcurrentDictionary<string, Instant> _runs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instant> _tokens = new(StringComparer.Ordinal);

    /// <summary>Revokes every token of a run: what <see cref="RunEffect.RevokeTokens"/> asks for.</summary>
    /// <param name="run">The run.</param>
    /// <param name="until">From when on no token of it counts by its own times either: the end of the run and the skew
    /// of the checker.</param>
    public void Revoke(RunId run, Instant until)
    {
        ArgumentNullException.ThrowIfNull(run);
        Add(_runs, run.Text, until);
    }

    /// <summary>Revokes one token.</summary>
    /// <param name="tokenId">Its id, <c>jti</c>.</param>
    /// <param name="until">From when on it does not count by its own times either: its expiry and the skew of the
    /// checker.</param>
    public void Revoke(string tokenId, Instant until)
    {
        ArgumentNullException.ThrowIfNull(tokenId);
        Add(_tokens, tokenId, until);
    }

    /// <summary>Forgets what does not count by its own times any more.</summary>
    /// <param name="now">The time.</param>
    /// <returns>How many runs and tokens were forgotten.</returns>
    public int Forget(Instant now) => Forget(_runs, now) + Forget(_tokens, now);

    /// <inheritdoc/>
    public bool IsRevoked(string? tokenId, string? run) =>
        (run is not null && _runs.ContainsKey(run)) || (tokenId is not null && _tokens.ContainsKey(tokenId));

    private static void Add(ConcurrentDictionary<string, Instant> revoked, string id, Instant until) =>
        revoked.AddOrUpdate(id, until, (_, earlier) => Instant.Max(earlier, until));

    private static int Forget(ConcurrentDictionary<string, Instant> revoked, Instant now) =>
        revoked.Count(one => one.Value <= now && revoked.TryRemove(one));
}
