using System.Collections.Frozen;

namespace AmlSecurity.Domain.Encryption;

/// <summary>The key-encryption keys that the data at hand may be under.</summary>
/// <remarks>
/// The address in a header is the writer's until the header is authentic: without this list, a stranger's envelope
/// would be unwrapped by the stranger's key. Reference equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class AllowedKeys
{
    private readonly FrozenSet<string> _keyUris;

    private AllowedKeys(FrozenSet<string> keyUris) => _keyUris = keyUris;

    /// <summary>Creates a list.</summary>
    /// <param name="keyUris">The addresses of the keys, in any form that <see cref="KeyStanza.Canonicalize"/>
    /// takes.</param>
    /// <returns>The list.</returns>
    public static AllowedKeys Of(params IEnumerable<string> keyUris)
    {
        ArgumentNullException.ThrowIfNull(keyUris);
        return new AllowedKeys(keyUris.Select(KeyStanza.Canonicalize).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Determines whether a stanza is under one of the keys.</summary>
    /// <param name="stanza">The stanza.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Include(KeyStanza stanza)
    {
        ArgumentNullException.ThrowIfNull(stanza);
        return _keyUris.Contains(stanza.KeyUri);
    }
}
