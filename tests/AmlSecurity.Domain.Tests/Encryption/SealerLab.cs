using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>A vault with one key, version "1", clocks to be moved, and sealers over both.</summary>
internal sealed class SealerLab : IDisposable
{
    public const string OtherKeyUri = "https://testkv.vault.azure.net/keys/tenant-b";
    public const string ForeignKeyUri = "https://evil.vault.azure.net/keys/testkey";

    /// <summary>How long a data key is used by default: 50 of 60 minutes.</summary>
    public static readonly Duration Life = RevocationWindow.OneHour.Lifetime;

    private readonly List<EnvelopeSealer> _sealers = [];

    public SealerLab()
    {
        Software = new SoftwareKeyVault(Clocks.Wall);
        Vault = new ScriptedVault(Software);
        Create("1");
    }

    public TestClocks Clocks { get; } = new();

    public SoftwareKeyVault Software { get; }

    public ScriptedVault Vault { get; }

    /// <summary>Gets the key as the vault has it now.</summary>
    public KeyRing Ring => Software.Find(Lab.KeyUri)!;

    public static KeyVersionId IdOf(string version, string keyUri = Lab.KeyUri) =>
        KeyVersionId.Create(keyUri, version).Expect();

    public EnvelopeSealer NewSealer(EnvelopeSealerOptions? options = null, KeyRing? ring = null)
    {
        var sealer = new EnvelopeSealer(Vault, ring ?? Ring, Clocks.Clocks, options);
        _sealers.Add(sealer);
        return sealer;
    }

    /// <summary>Makes the newest version of a key in the vault.</summary>
    public KeyRing Create(
        string version, string keyUri = Lab.KeyUri, Instant? notBefore = null, Instant? expires = null) =>
        Software.CreateAes(IdOf(version, keyUri), new SystemRandomSource(), notBefore, expires).Expect();

    public KeyRing Disable(string version) =>
        Software.Change(Lab.KeyUri, (key, now) => key.Disable(version, now)).Expect();

    public KeyRing Enable(string version) =>
        Software.Change(Lab.KeyUri, (key, now) => key.Enable(version, now)).Expect();

    public KeyRing Compromise(string version) =>
        Software.Change(Lab.KeyUri, (key, now) => key.MarkCompromised(version, now)).Expect();

    /// <summary>Seals in a sealer that is gone afterwards: whoever opens this must ask the vault.</summary>
    public async Task<byte[]> SealElsewhereAsync(byte[] plaintext)
    {
        using var sealer = new EnvelopeSealer(Software, Ring, Clocks.Clocks);
        return (await sealer.SealAsync(plaintext, Lab.Context, default)).Expect();
    }

    /// <summary>Makes an envelope whose data key is wrapped under these versions, in this order.</summary>
    public async Task<byte[]> SealUnderAsync(byte[] plaintext, params KeyVersionId[] versions)
    {
        using var key = DataKey.Generate(new SystemRandomSource(), Clocks.Now);
        var stanzas = await WrapAsync(key, versions);
        return Lab.Seal(EnvelopeKey.Attached(key, [.. stanzas]).Expect(), plaintext);
    }

    public async Task<KeyRecord> RecordUnderAsync(params KeyVersionId[] versions)
    {
        using var key = DataKey.Generate(new SystemRandomSource(), Clocks.Now);
        return KeyRecord.Create(key, "workspace-1", [.. await WrapAsync(key, versions)]).Expect();
    }

    public void Dispose()
    {
        _sealers.ForEach(sealer => sealer.Dispose());
        Software.Dispose();
    }

    private async Task<List<KeyStanza>> WrapAsync(DataKey key, KeyVersionId[] versions)
    {
        using var bytes = key.TryCopy()!;
        List<KeyStanza> stanzas = [];
        foreach (var version in versions)
        {
            stanzas.Add((await Software.WrapAsync(version, bytes, default)).Expect());
        }

        return stanzas;
    }
}
