using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Conformance;

/// <summary>The keys of a request, as the vault that an envelope is opened by.</summary>
internal sealed class RequestVault : IDataKeyUnwrapper
{
    private readonly ImmutableArray<VaultKey> _keys;

    private RequestVault(ImmutableArray<VaultKey> keys) => _keys = keys;

    /// <summary>Gets the addresses of the keys in the order of the request.</summary>
    public IEnumerable<string> Uris => _keys.Select(key => key.Uri).Distinct(StringComparer.Ordinal);

    public static RequestVault Of(Arguments request)
    {
        ImmutableArray<VaultKey> keys = [.. request.Objects("keys").Select(VaultKey.Of)];
        return keys.GroupBy(key => (key.Uri, key.Version)).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw OperationException.Malformed(
                $"`keys` has version {OperationException.Quote(twice.Key.Version)}"
                + $" of {OperationException.Quote(twice.Key.Uri)} twice")
            : new RequestVault(keys);
    }

    /// <summary>Wraps a data key under the last enabled version of each key.</summary>
    public ImmutableArray<KeyStanza> Wrap(ReadOnlySpan<byte> dataKey)
    {
        var stanzas = ImmutableArray.CreateBuilder<KeyStanza>();
        foreach (var uri in Uris)
        {
            var newest = _keys.LastOrDefault(key => key.Uri == uri && key.IsEnabled) ?? throw new OperationException(
                ErrorCode.KeyDenied, $"no version of {OperationException.Quote(uri)} is enabled");
            stanzas.Add(newest.Wrap(dataKey));
        }

        return stanzas.DrainToImmutable();
    }

    /// <inheritdoc/>
    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey) =>
        _keys.FirstOrDefault(key => key.Uri == stanza.KeyUri && key.Version == stanza.KeyVersion) is { } key
            ? key.Unwrap(stanza, dataKey)
            : UnwrapOutcome.Denied;
}
