using System.Text;
using AmlSecurity.Domain.Auditing;
using OneOf;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class CheckpointTests
{
    private const string Root = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static readonly byte[] RootBytes = [.. Enumerable.Range(0, 32).Select(at => (byte)at)];

    [Fact]
    public void A_checkpoint_is_read_and_written_again()
    {
        var checkpoint = Read($"log é +1\n20852163\n{Root}\nfirst\n second \n").Expect();

        Assert.Equal(("log é +1", 20852163), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(RootBytes, checkpoint.Root);
        Assert.Equal(["first", " second "], checkpoint.Extensions.ToArray());
        Assert.Equal($"log é +1\n20852163\n{Root}\nfirst\n second \n", Encoding.UTF8.GetString(checkpoint.ToBody()));
        Assert.Equal($"`log é +1` of size 20852163 with root {Root}", checkpoint.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(long.MaxValue)]
    public void What_is_created_is_read_as_the_same(long size)
    {
        var created = Checkpoint.Create("log.example", size, RootBytes, "more");

        var read = Checkpoint.Read(created.ToBody()).Expect();

        Assert.Equal(created, read);
        Assert.Equal(created.GetHashCode(), read.GetHashCode());
        Assert.NotEqual(created, Checkpoint.Create("log.example", size, RootBytes));
        Assert.NotEqual(created, Checkpoint.Create("log.examplE", size, RootBytes, "more"));
        Assert.NotEqual(created, Checkpoint.Create("log.example", size ^ 1, RootBytes, "more"));
        Assert.NotEqual(created, Checkpoint.Create("log.example", size, new byte[32], "more"));
        Assert.False(created.Equals(null));
    }

    [Theory]
    [InlineData("", CheckpointFaultKind.Empty, 0)]
    [InlineData("a\n1\n" + Root, CheckpointFaultKind.CutOff, 48)]
    [InlineData("a\n1\n", CheckpointFaultKind.WithTooFewLines, 4)]
    [InlineData("a\r\n1\n" + Root + "\n", CheckpointFaultKind.WithAControlCharacter, 1)]
    [InlineData("\n1\n" + Root + "\n", CheckpointFaultKind.WithoutAnOrigin, 0)]
    [InlineData("a\n\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n01\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n00\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n+1\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n-1\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n 1\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n1 \n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n1.0\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n0x1\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n1,000\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n٣\n" + Root + "\n", CheckpointFaultKind.WithAnUnsoundSize, 2)]
    [InlineData("a\n9223372036854775808\n" + Root + "\n", CheckpointFaultKind.WithTooLargeASize, 2)]
    [InlineData("a\n99999999999999999999999999\n" + Root + "\n", CheckpointFaultKind.WithTooLargeASize, 2)]
    [InlineData("a\n1\n\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\nAAECAwQ=\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\n" + Root + "=\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\n " + Root + "\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\nAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8A\n", CheckpointFaultKind.WithAnUnsoundRoot, 4)]
    [InlineData("a\n1\n" + Root + "\n\n", CheckpointFaultKind.WithAnEmptyExtension, 49)]
    [InlineData("a\n1\n" + Root + "\nx\n\ny\n", CheckpointFaultKind.WithAnEmptyExtension, 51)]
    public void What_is_no_checkpoint_is_refused_with_the_place(string body, CheckpointFaultKind kind, int offset) =>
        Assert.Equal(new CheckpointFault(kind, offset), Read(body).AsT1);

    [Fact]
    public void Bytes_that_are_no_text_or_too_many_are_refused()
    {
        Assert.Equal(new CheckpointFault(CheckpointFaultKind.NotUtf8, 1), Checkpoint.Read([97, 0xFF, 10]).AsT1);
        Assert.Equal(
            CheckpointFaultKind.TooLong, Read(new string('a', SignedNote.LongestNote) + "\n").AsT1.Kind);
        Assert.Equal(
            "it is with an unsound size (at offset 2)", Read($"a\nb\n{Root}\n").AsT1.ToString());
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("a\nb", "x")]
    [InlineData("a\0", "x")]
    [InlineData("a", "")]
    [InlineData("a", "x\n\ny")]
    public void What_is_not_one_line_is_a_mistake_of_the_caller(string origin, string extension) =>
        Assert.Throws<ArgumentException>(() => Checkpoint.Create(origin, 1, RootBytes, extension));

    [Fact]
    public void A_size_below_zero_another_root_and_too_long_a_text_are_mistakes_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Checkpoint.Create("a", -1, RootBytes));
        Assert.Throws<ArgumentException>(() => Checkpoint.Create("a", 1, RootBytes.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => Checkpoint.Create(new string('a', SignedNote.LongestNote), 1, RootBytes));
        Assert.Throws<ArgumentException>(() => Checkpoint.Create("\uD800", 1, RootBytes));
        Assert.Throws<ArgumentNullException>(() => Checkpoint.Create(null!, 1, RootBytes));
        Assert.Throws<ArgumentNullException>(() => Checkpoint.Create("a", 1, RootBytes, null!, "x"));
    }

    private static OneOf<Checkpoint, CheckpointFault> Read(string body) =>
        Checkpoint.Read(Encoding.UTF8.GetBytes(body));
}
