using System.Text;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class SignedNoteTests
{
    // Five bytes: a key id and a signature of one byte.
    private const string Sound = "— log.example AAAAAQI=\n";

    [Fact]
    public void A_note_is_taken_apart()
    {
        var note = NoteLab.Read($"first\n\nlast\n\n— a AAAAAQI=\n— bé/1 AQIDBAUG\n").Expect();

        Assert.Equal("first\n\nlast\n", Encoding.UTF8.GetString(note.Body.Span));
        Assert.Collection(
            note.Signatures,
            one => Assert.Equal(("a", 1u, "02"), (one.Name, one.KeyId, Convert.ToHexString(one.Bytes.AsSpan()))),
            two => Assert.Equal(
                ("bé/1", 0x01020304u, "0506"), (two.Name, two.KeyId, Convert.ToHexString(two.Bytes.AsSpan()))));
        Assert.Equal("a note of 12 bytes with 2 signatures", note.ToString());
        Assert.Equal("`a` with key id 00000001", note.Signatures[0].ToString());
    }

    [Theory]
    [InlineData("\n\n" + Sound)]
    [InlineData("body\n\n\n" + Sound)]
    [InlineData("body\n\n— a AAAAAQI=\n\n" + Sound)]
    [InlineData("\u007F\u0085\u00A0\uFEFF\u2028\n\n" + Sound)]
    [InlineData("body\n\n" + Sound + Sound)]
    public void What_the_standard_allows_is_read_and_written_again(string note) =>
        Assert.Equal(note, Encoding.UTF8.GetString(NoteLab.Read(note).Expect().ToBytes()));

    [Theory]
    [InlineData("", SignedNoteFaultKind.Empty, 0)]
    [InlineData("body\n\n— a AAAAAQI=", SignedNoteFaultKind.CutOff, 20)]
    [InlineData("body\n", SignedNoteFaultKind.WithoutABlankLine, 5)]
    [InlineData("body\n" + Sound, SignedNoteFaultKind.WithoutABlankLine, 30)]
    [InlineData("\n" + Sound, SignedNoteFaultKind.WithoutABlankLine, 26)]
    [InlineData("body\n\n", SignedNoteFaultKind.WithoutASignature, 6)]
    [InlineData("body\n\n" + Sound + "\n", SignedNoteFaultKind.WithoutASignature, 32)]
    [InlineData("body\r\n\n" + Sound, SignedNoteFaultKind.WithAControlCharacter, 4)]
    [InlineData("bo\tdy\n\n" + Sound, SignedNoteFaultKind.WithAControlCharacter, 2)]
    [InlineData("body\n\n— \0a AAAAAQI=\n", SignedNoteFaultKind.WithAControlCharacter, 10)]
    [InlineData("body\n\n- a AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundSignatureLine, 6)]
    [InlineData("body\n\n—a AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundSignatureLine, 6)]
    [InlineData("body\n\n– a AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundSignatureLine, 6)]
    [InlineData("body\n\n— aAAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundSignatureLine, 19)]
    [InlineData("body\n\n" + Sound + "more\n", SignedNoteFaultKind.WithAnUnsoundSignatureLine, 31)]
    [InlineData("body\n\n—  AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a+b AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a\u00A0b AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a\u0085b AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a\u2003b AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a\u3000b AAAAAQI=\n", SignedNoteFaultKind.WithAnUnsoundKeyName, 10)]
    [InlineData("body\n\n— a AAAAAQI\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAAAQI==\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAAAQJ=\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAAAAF==\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAA_-I=\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a  AAAAAQI=\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAA    AQI=\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAAAQI=    \n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AAAA====\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a AA==AQI=\n", SignedNoteFaultKind.WithUnsoundBase64, 12)]
    [InlineData("body\n\n— a \n", SignedNoteFaultKind.WithTooShortASignature, 12)]
    [InlineData("body\n\n— a AAA=\n", SignedNoteFaultKind.WithTooShortASignature, 12)]
    [InlineData("body\n\n— a AAAAAQ==\n", SignedNoteFaultKind.WithTooShortASignature, 12)]
    public void What_is_no_note_is_refused_with_the_place(string note, SignedNoteFaultKind kind, int offset) =>
        Assert.Equal(new SignedNoteFault(kind, offset), NoteLab.Read(note).AsT1);

    [Theory]
    [InlineData("626F64FF790A0A", 3)]
    [InlineData("626F64E28094C00A0A", 6)]
    [InlineData("C0800A0A", 0)]
    [InlineData("EDA0800A0A", 0)]
    [InlineData("F4908080", 0)]
    [InlineData("61E28001", 1)]
    [InlineData("61E280", 1)]
    public void What_is_not_utf8_is_refused_with_the_place(string hex, int offset) =>
        Assert.Equal(
            new SignedNoteFault(SignedNoteFaultKind.NotUtf8, offset), SignedNote.Read(Convert.FromHexString(hex)).AsT1);

    [Fact]
    public void A_note_has_at_most_a_hundred_signatures()
    {
        var most = string.Concat(Enumerable.Repeat(Sound, SignedNote.MostSignatures));

        Assert.Equal(100, NoteLab.Read($"b\n\n{most}").Expect().Signatures.Length);
        Assert.Equal(
            new SignedNoteFault(SignedNoteFaultKind.WithTooManySignatures, 3 + (100 * 25)),
            NoteLab.Read($"b\n\n{most}{Sound}").AsT1);
    }

    [Fact]
    public void A_note_has_at_most_a_mebibyte()
    {
        var most = new string('b', SignedNote.LongestNote - 27) + "\n\n" + Sound;

        Assert.Equal(SignedNote.LongestNote, NoteLab.Read(most).Expect().ToBytes().Length);
        Assert.Equal(
            new SignedNoteFault(SignedNoteFaultKind.TooLong, SignedNote.LongestNote), NoteLab.Read($"b{most}").AsT1);
    }

    [Fact]
    public void Notes_are_equal_by_their_bytes_and_give_none_of_them_away()
    {
        var one = NoteLab.Read($"b\n\n{Sound}").Expect();
        var same = NoteLab.Read($"b\n\n{Sound}").Expect();
        one.ToBytes()[0] ^= 1;

        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(one.Signatures[0], same.Signatures[0]);
        Assert.Equal(one.Signatures[0].GetHashCode(), same.Signatures[0].GetHashCode());
        Assert.NotEqual(one, NoteLab.Read($"c\n\n{Sound}").Expect());
        Assert.False(one.Equals(null));
        Assert.False(one.Signatures[0].Equals(null));
    }

    [Fact]
    public void A_fault_says_what_is_wrong_in_words() =>
        Assert.Equal("it is without a blank line (at offset 5)", NoteLab.Read("body\n").AsT1.ToString());
}
