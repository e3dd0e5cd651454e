using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class NoteSigningTests
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(NoteLab.Body);

    [Fact]
    public void What_is_signed_is_verified()
    {
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Log);
        using var keys = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey);

        Assert.Equal(Body, note.Body.ToArray());
        Assert.True(note.Verify(keys, NoteLab.Now).IsVerified);
        Assert.Equal(note, SignedNote.Read(note.ToBytes()).Expect());
    }

    [Fact]
    public async Task A_witness_adds_its_signature_and_the_others_stay()
    {
        var note = NoteLab.Note(NoteLab.LineOf(NoteLab.Stranger), NoteLab.LineOf(NoteLab.Log));

        var cosigned = (await note.CosignAsync([NoteLab.Witness], default)).Expect();

        using var keys = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey, NoteLab.Witness.VerifierKey);
        Assert.Equal(note.Signatures.ToArray(), cosigned.Signatures[..2].ToArray());
        Assert.Equal(
            [NoteLab.Log.VerifierKey, NoteLab.Witness.VerifierKey],
            Assert.IsType<NoteVerification.Verified>(cosigned.Verify(keys, NoteLab.Now)).By.ToArray());
    }

    [Fact]
    public async Task Who_signs_again_replaces_the_signature()
    {
        var bad = NoteLab.Note(NoteLab.BadLine(NoteLab.Log), NoteLab.LineOf(NoteLab.Stranger), NoteLab.BadLine(NoteLab.Log));

        var signed = (await bad.CosignAsync([NoteLab.Log], default)).Expect();

        using var keys = TrustedNoteKeys.Of(NoteLab.Log.VerifierKey);
        Assert.Equal([NoteLab.Stranger.Name, NoteLab.Log.Name], signed.Signatures.Select(one => one.Name));
        Assert.True(signed.Verify(keys, NoteLab.Now).IsVerified);
    }

    [Theory]
    [InlineData("", SignedNoteFaultKind.Empty)]
    [InlineData("body", SignedNoteFaultKind.CutOff)]
    [InlineData("body\r\n", SignedNoteFaultKind.WithAControlCharacter)]
    public async Task What_can_be_no_body_is_not_signed(string body, SignedNoteFaultKind kind)
    {
        var signer = new Forger { Signature = [1] };

        var refused = await SignedNote.SignAsync(Encoding.UTF8.GetBytes(body), [signer], default);

        Assert.Equal(kind, refused.AsT1.Kind);
        Assert.Equal(0, signer.Calls);
        Assert.Equal(
            SignedNoteFaultKind.NotUtf8, (await SignedNote.SignAsync(new byte[] { 0xFF, 10 }, [signer], default)).AsT1.Kind);
    }

    [Fact]
    public async Task A_note_that_would_be_too_long_or_have_too_many_signatures_is_a_fault()
    {
        var longest = Encoding.UTF8.GetBytes(new string('b', SignedNote.LongestNote - 1) + "\n");
        var full = NoteLab.Note([.. Enumerable.Range(0, 100).Select(id => NoteLab.Line("a", (uint)id, [1]))]);

        Assert.Equal(
            SignedNoteFaultKind.TooLong, (await SignedNote.SignAsync(longest, [NoteLab.Log], default)).AsT1.Kind);
        Assert.Equal(
            SignedNoteFaultKind.WithTooManySignatures, (await full.CosignAsync([NoteLab.Log], default)).AsT1.Kind);
        Assert.True((await full.CosignAsync([new Forger { Name = "a", Signature = [1] }], default)).IsT0);
    }

    [Fact]
    public async Task Signers_that_cannot_sign_together_are_a_mistake_of_the_caller()
    {
        var note = NoteLab.Sign(NoteLab.Body, NoteLab.Log);

        await Assert.ThrowsAsync<ArgumentException>(async () => await SignedNote.SignAsync(Body, [], default));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await note.CosignAsync([NoteLab.Log, NoteLab.Log], default));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await SignedNote.SignAsync(Body, [new Forger { Name = "a b", Signature = [1] }], default));
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await SignedNote.SignAsync(Body, [null!], default));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await SignedNote.SignAsync(Body, [new Forger()], default));
    }

    [Fact]
    public async Task A_signer_neither_signs_after_its_end_nor_for_who_has_gone_away()
    {
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();
        var signer = NoteLab.NewSigner("a");
        signer.Dispose();

        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await SignedNote.SignAsync(Body, [NoteLab.Log], ended.Token));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            async () => await SignedNote.SignAsync(Body, [signer], default));
    }

    [Fact]
    public void A_signer_needs_the_private_half_and_keeps_a_copy()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var half = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        using var signer = InMemoryNoteSigner.Create("a", key);
        using var keys = TrustedNoteKeys.Of(signer.VerifierKey);
        key.Dispose();

        Assert.ThrowsAny<CryptographicException>(() => InMemoryNoteSigner.Create("a", half));
        Assert.True(NoteLab.Sign(NoteLab.Body, signer).Verify(keys, NoteLab.Now).IsVerified);
        Assert.Equal(typeof(InMemoryNoteSigner).FullName, signer.ToString());
    }

    /// <summary>Signs whatever it is told to.</summary>
    private sealed class Forger : INoteSigner
    {
        public string Name { get; init; } = "forger";

        public uint KeyId { get; init; } = 7;

        public byte[] Signature { get; init; } = [];

        public int Calls { get; private set; }

        public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
        {
            Calls++;
            return new(Signature);
        }
    }
}
