using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using AmlSecurity.Domain.Tests.Encryption;
using NodaTime.Testing;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/encryption.md</c>.</summary>
public sealed class EncryptionExample
{
    private static readonly byte[] Data = Lab.Bytes(1, 1_000);

    [Fact]
    public void What_is_sealed_with_a_data_key_opens_by_its_wrapped_form()
    {
        var (now, context, salts) = (Lab.Now, Lab.Context, SaltSource.OfSystem());
        var (keyUri, vault, data, plaintext) = (Lab.KeyUri, new FakeVault(), Data, new byte[Data.Length]);

        // <example>
        using var dataKey = DataKey.Generate(new SystemRandomSource(), now);
        var stanza = Wrap(dataKey);   // by the vault
        var key = EnvelopeKey.Attached(dataKey, stanza).Expect();

        Span<byte> salt = stackalloc byte[Cobblestone256.SaltLength];
        salts.Next(salt);
        var envelope = new byte[Envelope.SealedLength(key, data.Length)];
        Envelope.Seal(key, context, salt, data, now, envelope).Expect();

        Envelope.Open(envelope, context, AllowedKeys.Of(keyUri), vault, now, plaintext).Expect();
        // </example>

        Assert.Equal(data, plaintext);
    }

    [Fact]
    public async Task A_sealer_seals_opens_and_wraps_anew()
    {
        var (data, context, cancellation) = (Data, Lab.Context, CancellationToken.None);
        var wall = new FakeClock(Lab.Now);
        using var vault = new SoftwareKeyVault(wall);
        var ring = vault.CreateAes(SealerLab.IdOf("1"), new SystemRandomSource()).Expect();
        var clocks = new Clocks(wall, () => wall.GetCurrentInstant() - Lab.Now);

        // <example>
        using var sealer = new EnvelopeSealer(vault, ring, clocks);

        var envelope = (await sealer.SealAsync(data, context, cancellation)).Expect();
        var opened = (await sealer.OpenAsync(envelope, context, cancellation)).Expect();

        ring = (await sealer.UpdateRingAsync(cancellation)).Expect();
        var rewrapped = (await sealer.RewrapAsync(envelope, ring, cancellation)).Expect();
        // </example>

        Assert.Equal(data, opened);
        Assert.Equal(data, (await sealer.OpenAsync(rewrapped.ApplyTo(envelope), context, cancellation)).Expect());
    }

    private static KeyStanza Wrap(DataKey dataKey)
    {
        using var bytes = dataKey.TryCopy()!;
        bytes.TryLease(out var lease);
        using (lease)
        {
            return FakeVault.Wrap(lease.Bytes);
        }
    }
}
