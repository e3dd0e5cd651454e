using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>The keys of a request in a vault of their own, where no time passes.</summary>
internal sealed class RequestVault : IDataKeyUnwrapper, IDisposable
{
    private static readonly Instant Now = NodaConstants.UnixEpoch;

    private readonly SoftwareKeyVault _vault = new(new StandingClock());
    private readonly ImmutableArray<string> _uris;

    private RequestVault(ImmutableArray<VaultKey> keys)
    {
        _uris = [.. keys.Select(key => key.Id.KeyUri).Distinct(StringComparer.Ordinal)];
        foreach (var key in keys)
        {
            key.AddTo(_vault);
        }
    }

    /// <summary>Gets the addresses of the keys in the order of the request.</summary>
    public IEnumerable<string> Uris => _uris;

    public static RequestVault Of(Arguments request) => new([.. request.Objects("keys").Select(VaultKey.Of)]);

    /// <summary>Wraps a data key under the last enabled version of each key.</summary>
    public async Task<ImmutableArray<KeyStanza>> WrapAsync(byte[] dataKey)
    {
        using var bytes = SecretBytes.CopyOf(dataKey);
        var stanzas = ImmutableArray.CreateBuilder<KeyStanza>();
        foreach (var uri in _uris)
        {
            var newest = NewestOf(uri);
            stanzas.Add((await _vault.WrapAsync(newest, bytes, CancellationToken.None)).Expect());
        }

        return stanzas.DrainToImmutable();
    }

    /// <summary>Wraps the data key of an envelope anew under the last enabled version of each key that it names.</summary>
    /// <returns>The envelope, and whether it is another one.</returns>
    public async Task<(byte[] Envelope, bool IsChanged)> RewrapAsync(byte[] envelope, EnvelopeHeader header)
    {
        var named = _uris.Where(uri => header.Stanzas.Any(stanza => stanza.KeyUri == uri)).ToList();
        var isChanged = false;
        foreach (var uri in named)
        {
            var clocks = new Clocks(new StandingClock(), () => Duration.Zero);
            using var sealer = new EnvelopeSealer(_vault, RingOf(uri), clocks);
            var target = KeyRing.StartingAt(NewestOf(uri), Now);
            var rewrapped = await sealer.RewrapAsync(envelope, target, CancellationToken.None);
            if (!rewrapped.TryPickT0(out var fresh, out var refusal))
            {
                throw EnvelopeOperations.ErrorOf(refusal);
            }

            envelope = fresh.ApplyTo(envelope);
            isChanged |= fresh.IsChanged;
        }

        return named.Count > 0
            ? (envelope, isChanged)
            : throw EnvelopeOperations.ErrorOf(new OpenRefusal(OpenRefusalKind.KeyNotAllowed));
    }

    /// <inheritdoc/>
    public UnwrapOutcome Unwrap(KeyStanza stanza, Span<byte> dataKey) =>
        _vault.Find(stanza.KeyUri)?.UnwrapRefusal(stanza.KeyVersion, Now) is null
            ? _vault.Unwrap(stanza, dataKey)
            : UnwrapOutcome.Denied;

    /// <inheritdoc/>
    public void Dispose() => _vault.Dispose();

    // A request gives no dates: the versions that are enabled are all that there is to wrap under, the last one first.
    private KeyVersionId NewestOf(string uri)
    {
        var newest = RingOf(uri).Versions.LastOrDefault(one => one is { IsEnabled: true, IsCompromised: false });
        return newest is null
            ? throw new OperationException(
                ErrorCode.KeyDenied, $"no version of {OperationException.Quote(uri)} is enabled")
            : KeyVersionId.Create(uri, newest.Version).Expect();
    }

    private KeyRing RingOf(string uri) => _vault.Find(uri)!;
}
