using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Tour.Sealing;
using NodaTime;

namespace AmlSecurity.Tour.KeyVersions;

/// <summary>Takes one key from its first version to its end, with three envelopes and a key record under it.</summary>
internal sealed class KeyLife : IDisposable
{
    private const string NextVersion = "8f3a0000000000000000000000000002";

    private static readonly EncryptionContext Context =
        EncryptionContext.Create([new("asset", "churn"), new("assetKind", "model"), new("version", "3")]).Expect();

    private readonly SimulatedClock _clock = new();
    private readonly TourVault _vault;
    private readonly EnvelopeSealer _service;
    private readonly List<KeyStep> _steps = [];
    private readonly byte[] _model = [.. Enumerable.Range(0, 20_000).Select(at => (byte)(at * 7))];
    private byte[] _old = [];
    private byte[] _current = [];
    private KeyRecord? _record;

    private KeyLife()
    {
        _vault = new TourVault(_clock);
        _service = NewSealer();
    }

    public static ImmutableArray<KeyStep> Live()
    {
        using var life = new KeyLife();
        life.LiveAsync().GetAwaiter().GetResult();
        return [.. life._steps];
    }

    public void Dispose()
    {
        _service.Dispose();
        _vault.Dispose();
    }

    private async Task LiveAsync()
    {
        await SealAsync();
        await RotateAsync();
        await RewrapAsync();
        await RevokeAsync();
        await ShredAsync();
    }

    private async Task SealAsync()
    {
        await DoAsync("seal a model of 20,000 bytes", async () =>
        {
            _old = (await _service.SealAsync(_model, Context, CancellationToken.None)).Expect();
            return $"{_old.Length:N0} bytes, under {VersionsOf(_old)}";
        });
        await DoAsync("make a key record for detached envelopes", async () =>
        {
            _record = (await _service.CreateKeyRecordAsync("datasets", CancellationToken.None)).Expect();
            return $"{_record.Encoded.Length:N0} bytes, under {Short(_record.Stanzas[0].KeyVersion)}";
        });
    }

    private async Task RotateAsync()
    {
        var next = KeyVersionId.Create(TourVault.AesKey, NextVersion).Expect();
        Do("rotate: the vault makes another version", () =>
        {
            _vault.Keys.CreateAes(next, new Domain.Secrets.SystemRandomSource()).Expect();
            return Short(NextVersion);
        });
        await DoAsync("ask the vault for the versions, seal again", async () =>
        {
            (await _service.UpdateRingAsync(CancellationToken.None)).Expect();
            var anew = (await _service.SealAsync(_model, Context, CancellationToken.None)).Expect();
            return $"under {VersionsOf(anew)}; the old envelope: {await OpenAsync(_service, _old)}";
        });
        Do("plan: what still names the first version", () => Describe(PlanOf(_old, _record!)));
    }

    private async Task RewrapAsync()
    {
        await DoAsync("wrap the envelope anew", async () =>
        {
            var rewrapped = (await _service.RewrapAsync(_old, _service.Ring, CancellationToken.None)).Expect();
            _current = rewrapped.ApplyTo(_old);
            var isSameBody = _current.AsSpan(rewrapped.Header.Length).SequenceEqual(_old.AsSpan(rewrapped.Header.Length));
            return $"header of {rewrapped.Header.Length} bytes under {VersionsOf(_current)}, "
                + (isSameBody ? "body the same bytes" : "body changed");
        });
        await DoAsync("wrap it anew once more", async () =>
        {
            var again = (await _service.RewrapAsync(_current, _service.Ring, CancellationToken.None)).Expect();
            return again.IsChanged ? "changed" : "current already: nothing to do";
        });
        await DoAsync("wrap the key record anew", async () =>
        {
            _record = (await _service.RewrapAsync(_record!, _service.Ring, CancellationToken.None)).Expect().Record;
            return $"under {Short(_record.Stanzas[0].KeyVersion)}, for all its envelopes at once";
        });
        Do("plan: may the first version go?", () => Describe(PlanOf(_current, _record!)));
    }

    private async Task RevokeAsync()
    {
        using var reader = NewSealer();
        await DoAsync("a reader opens the old header, from a backup", () => OpenAsync(reader, _old));
        Do("disable the first version in the vault", () => _vault.Keys
            .Change(TourVault.AesKey, (key, now) => key.Disable(TourVault.AesVersion.Version, now))
            .Match(_ => "disabled", refusal => $"refused: it is {refusal}"));
        await OpenAfterAsync(Duration.FromMinutes(30));
        Do("the line to the vault is cut", () => SetLine(false));
        await OpenAfterAsync(Duration.FromMinutes(20) - Duration.FromSeconds(1));
        await OpenAfterAsync(Duration.FromSeconds(1));
        Do("the line is mended", () => SetLine(true));
        await OpenAfterAsync(Duration.FromMinutes(1));
        await DoAsync("open it under the new header", () => OpenAsync(reader, _current));

        async Task OpenAfterAsync(Duration wait)
        {
            _clock.Pass(wait);
            await DoAsync("the reader opens the old header again", () => OpenAsync(reader, _old));
        }
    }

    private async Task ShredAsync()
    {
        Do("delete the key, recoverable for 7 days", () =>
        {
            _vault.Keys.Change(TourVault.AesKey, (key, now) => key.Delete(now, KeyDeletion.ShortestRetention)).Expect();
            return Certify();
        });
        _clock.Pass(KeyDeletion.ShortestRetention);
        Do("certify", Certify);
        using var anybody = NewSealer();
        await DoAsync("open the envelope", () => OpenAsync(anybody, _current));
    }

    private string SetLine(bool isUp)
    {
        _vault.IsReachable = isUp;
        return isUp ? "up" : "down: nothing reaches the vault";
    }

    private string Certify()
    {
        var certificate = ShredCertificate.Of(
            _vault.Keys.Find(TourVault.AesKey)!,
            [Describe(_current), WrappedDataKey.Of(_record!)],
            RevocationWindow.OneHour,
            _clock.GetCurrentInstant()).Expect();
        return $"{certificate.Shredded.Length} data keys {(certificate.IsFinal ? "shredded for good" : "pending")}";
    }

    private EnvelopeSealer NewSealer() => new(
        _vault, _vault.Keys.Find(TourVault.AesKey)!, new Clocks(_clock, () => _clock.Passed));

    private RotationPlan PlanOf(byte[] envelope, KeyRecord record) => RotationPlan.Of(
        _service.Ring, [Describe(envelope), WrappedDataKey.Of(record)], _clock.GetCurrentInstant());

    private void Do(string what, Func<string> act) => DoAsync(what, () => Task.FromResult(act())).GetAwaiter().GetResult();

    private async Task DoAsync(string what, Func<Task<string>> act)
    {
        var before = _vault.Wraps + _vault.Unwraps;
        var outcome = await act();
        _steps.Add(new KeyStep(_clock.Passed, what, outcome, _vault.Wraps + _vault.Unwraps - before));
    }

    private async Task<string> OpenAsync(EnvelopeSealer sealer, byte[] envelope) =>
        (await sealer.OpenAsync(envelope, Context, CancellationToken.None)).Match(
            bytes => bytes.AsSpan().SequenceEqual(_model) ? "opens" : "opens to other bytes",
            refusal => $"refused: {refusal}");

    private static WrappedDataKey Describe(byte[] envelope) =>
        WrappedDataKey.Of(Envelope.DescribeWrapping(envelope).Expect());

    private static string Describe(RotationPlan plan) =>
        string.Join(", ", plan.Uses.Select(use => $"{Short(use.Key.Version)}: {use.Count}"))
        + $"; the first {(plan.ObstacleToDisabling(TourVault.AesVersion.Version) is null ? "may go" : "is needed")}";

    private static string VersionsOf(byte[] envelope) =>
        string.Join(", ", Describe(envelope).Stanzas.Select(stanza => Short(stanza.KeyVersion)));

    private static string Short(string version) => $"{version[..4]}…{version[^2..]}";
}
