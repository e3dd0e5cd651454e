using System.Collections.Immutable;
using NodaTime;

namespace AmlSecurity.Domain.Encryption.Revocation;

/// <summary>The place of one data key in the cache. Everything that changes is guarded by the cache's lock.</summary>
/// <param name="header">The header or key record that wraps it, which is what the cache knows it by: a stranger who
/// only knows the id of a data key cannot come in between.</param>
/// <param name="wrapped">What the header says.</param>
/// <param name="createdAt">When the data key was created, or first seen.</param>
/// <param name="stanzas">The wrapped forms that may be asked for, one or two.</param>
/// <param name="revision">Which ring said so; see <see cref="DataKeyCache.TryAdopt"/>.</param>
internal sealed class CachedKey(
    byte[] header, WrappedDataKey wrapped, Instant createdAt, ImmutableArray<KeyStanza> stanzas, int revision)
{
    public byte[] Header { get; } = header;

    public WrappedDataKey Wrapped { get; } = wrapped;

    public Instant CreatedAt { get; } = createdAt;

    public ImmutableArray<KeyStanza> Stanzas { get; } = stanzas;

    public int Revision { get; } = revision;

    public KeyCacheState State { get; set; } = new(stanzas.Length);

    /// <summary>Gets or sets the data key, as long as there is a grant for it.</summary>
    public DataKey? Key { get; set; }

    /// <summary>Gets or sets what those wait for who wait for the vault.</summary>
    public TaskCompletionSource<KeyRefusal?>? Answer { get; set; }

    /// <summary>Gets or sets how many wait for the answer or have not come back for the key yet.</summary>
    public int Waiting { get; set; }

    /// <summary>Gets or sets when to come back.</summary>
    public Moment? WakeAt { get; set; }

    /// <summary>Gets or sets its place in the order of use; null if it is not in the cache.</summary>
    public LinkedListNode<CachedKey>? Place { get; set; }
}
