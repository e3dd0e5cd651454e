using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class NoteVerifierKeyTests
{
    private static readonly byte[] Form = [.. NoteVerifierKey.Read(NoteLab.One).Expect().SubjectPublicKeyInfo];

    [Fact]
    public void A_key_is_read_and_written_again()
    {
        var key = NoteVerifierKey.Read(NoteLab.One).Expect();

        Assert.Equal(("log.example", 0x5cd252fbu), (key.Name, key.KeyId));
        Assert.Equal(NoteLab.One, key.ToString());
        Assert.Equal(key, NoteVerifierKey.Read(NoteLab.One).Expect());
        Assert.Equal(key.GetHashCode(), NoteVerifierKey.Read(NoteLab.One).Expect().GetHashCode());
        Assert.NotEqual(key, NoteLab.Log.VerifierKey);
        Assert.False(key.Equals(null));
    }

    [Fact]
    public void A_key_of_the_platform_becomes_one_without_its_private_half()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var named = NoteVerifierKey.Create("a/b", key);

        Assert.Equal(key.ExportSubjectPublicKeyInfo(), named.SubjectPublicKeyInfo);
        Assert.Equal(named, NoteVerifierKey.Read(named.ToString()).Expect());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a+b")]
    [InlineData("a\nb")]
    [InlineData("a\u0001")]
    public void What_is_no_name_makes_no_key(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Throws<ArgumentException>(() => NoteVerifierKey.Create(name, key));
        Assert.Throws<ArgumentException>(() => InMemoryNoteSigner.Create(name, key));
        Assert.Equal(
            NoteVerifierKeyFault.WithAnUnsoundName,
            NoteVerifierKey.Read($"{name.Replace('+', ' ')}{NoteLab.One[11..]}").AsT1.Kind);
    }

    [Fact]
    public void A_key_on_another_curve_or_with_too_long_a_name_is_a_mistake_of_the_caller()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.Throws<ArgumentException>(() => NoteVerifierKey.Create("a", other));
        Assert.Throws<ArgumentException>(() => NoteVerifierKey.Create(new string('a', 1024), key));
        Assert.Throws<ArgumentException>(() => NoteVerifierKey.Create("\uD800", key));
        Assert.Throws<ArgumentNullException>(() => NoteVerifierKey.Create("a", null!));
        Assert.Throws<ArgumentNullException>(() => NoteVerifierKey.Create(null!, key));
    }

    [Theory]
    [InlineData(null, NoteVerifierKeyFault.Empty, 0)]
    [InlineData("", NoteVerifierKeyFault.Empty, 0)]
    [InlineData("log.example", NoteVerifierKeyFault.NotInThreeParts, 11)]
    [InlineData("log.example+5cd252fb", NoteVerifierKeyFault.NotInThreeParts, 20)]
    [InlineData("+5cd252fb+AjBZ", NoteVerifierKeyFault.WithAnUnsoundName, 0)]
    [InlineData("a\u00A0b+5cd252fb+AjBZ", NoteVerifierKeyFault.WithAnUnsoundName, 0)]
    [InlineData("a+5CD252FB+AjBZ", NoteVerifierKeyFault.WithAnUnsoundKeyId, 2)]
    [InlineData("a+5cd252f+AjBZ", NoteVerifierKeyFault.WithAnUnsoundKeyId, 2)]
    [InlineData("a+05cd252fb+AjBZ", NoteVerifierKeyFault.WithAnUnsoundKeyId, 2)]
    [InlineData("a+ cd252fb+AjBZ", NoteVerifierKeyFault.WithAnUnsoundKeyId, 2)]
    [InlineData("a+0x5cd252+AjBZ", NoteVerifierKeyFault.WithAnUnsoundKeyId, 2)]
    [InlineData("a+5cd252fb+", NoteVerifierKeyFault.WithUnsoundBase64, 11)]
    [InlineData("a+5cd252fb+AjB", NoteVerifierKeyFault.WithUnsoundBase64, 11)]
    [InlineData("a+5cd252fb+Aj==", NoteVerifierKeyFault.WithUnsoundBase64, 11)]
    [InlineData("a+5cd252fb+AjB_", NoteVerifierKeyFault.WithUnsoundBase64, 11)]
    [InlineData("a+5cd252fb+AjBé", NoteVerifierKeyFault.WithUnsoundBase64, 11)]
    [InlineData("a+5cd252fb+ATBZ", NoteVerifierKeyFault.OfAnUnknownType, 11)]
    [InlineData("a+5cd252fb+BTBZ", NoteVerifierKeyFault.OfAnUnknownType, 11)]
    [InlineData("a+5cd252fb+Ag==", NoteVerifierKeyFault.WithAnUnsoundKey, 11)]
    public void What_is_no_key_is_refused_with_the_place(string? text, NoteVerifierKeyFault kind, int offset) =>
        Assert.Equal(new TextFault<NoteVerifierKeyFault>(kind, offset), NoteVerifierKey.Read(text).AsT1);

    [Fact]
    public void A_text_has_a_longest_length() => Assert.Equal(
        new TextFault<NoteVerifierKeyFault>(NoteVerifierKeyFault.TooLong, NoteVerifierKey.LongestText),
        NoteVerifierKey.Read(new string('a', NoteVerifierKey.LongestText + 1)).AsT1);

    [Fact]
    public void The_key_id_of_another_key_is_refused() => Assert.Equal(
        new TextFault<NoteVerifierKeyFault>(NoteVerifierKeyFault.WithTheKeyIdOfAnother, 12),
        NoteVerifierKey.Read(NoteLab.One.Replace("5cd252fb", "5cd252fc", StringComparison.Ordinal)).AsT1);

    [Fact]
    public void A_key_of_the_form_recommended_for_other_types_has_another_key_id()
    {
        // Most types hash name, newline, type and key; ECDSA hashes the DER alone.
        var id = Convert.ToHexStringLower(SHA256.HashData([.. "log.example\n\u0002"u8, .. Form])[..4]);

        Assert.Equal(
            NoteVerifierKeyFault.WithTheKeyIdOfAnother,
            NoteVerifierKey.Read(NoteLab.One.Replace("5cd252fb", id, StringComparison.Ordinal)).AsT1.Kind);
    }

    [Fact]
    public void Another_curve_is_refused()
    {
        foreach (var curve in new[] { ECCurve.NamedCurves.nistP384, ECCurve.NamedCurves.nistP521 })
        {
            using var key = ECDsa.Create(curve);
            Assert.Equal(NoteVerifierKeyFault.OnAnotherCurve, FaultOf(key.ExportSubjectPublicKeyInfo()));
        }
    }

    [Fact]
    public void What_is_not_the_one_form_of_a_key_is_refused()
    {
        using var rsa = RsaKeys.CopyShort();
        byte[] compressed = [0x30, 0x39, .. Form[2..24], 0x22, 0x00, 0x03, .. Form[27..59]];
        byte[] longLength = [0x30, 0x81, 0x59, .. Form[2..]];

        Assert.Equal(NoteVerifierKeyFault.WithTrailingBytes, FaultOf([.. Form, 0]));
        Assert.Equal(NoteVerifierKeyFault.WithAnUnsoundKey, FaultOf(Form[..^1]));
        Assert.Equal(NoteVerifierKeyFault.WithAnUnsoundKey, FaultOf(compressed));
        Assert.Equal(NoteVerifierKeyFault.WithAnUnsoundKey, FaultOf(longLength));
        Assert.Equal(NoteVerifierKeyFault.WithAnUnsoundKey, FaultOf(rsa.ExportSubjectPublicKeyInfo()));
        Assert.Equal(NoteVerifierKeyFault.NotOnTheCurve, FaultOf([.. Form[..^1], (byte)(Form[^1] ^ 1)]));
        Assert.Equal(NoteVerifierKeyFault.NotOnTheCurve, FaultOf([.. Form[..27], .. new byte[64]]));
    }

    // With the key id that fits, so that nothing but the key is wrong.
    private static NoteVerifierKeyFault FaultOf(byte[] form) => NoteVerifierKey.Read(
        $"a+{Convert.ToHexStringLower(SHA256.HashData(form)[..4])}+{Convert.ToBase64String([2, .. form])}").AsT1.Kind;
}
