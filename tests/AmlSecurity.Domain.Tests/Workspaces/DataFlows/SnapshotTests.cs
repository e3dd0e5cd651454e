using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Workspaces.DataFlows;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class SnapshotTests
{
    // Computed by another implementation (Python's hashlib and json).
    [Fact]
    [Trait("Rule", "FLOW-08")]
    public void A_listing_of_known_files_has_the_digest_that_another_implementation_gives()
    {
        Assert.Equal(
            "sha256:c842209552b02ec53f95aa9e7b639c8787be941d92211a20577200a39116a739",
            FlowLab.Scripts.Digest.ToString());
        Assert.Equal(
            "sha256:ad991eb4e284a2bc41d498fd3248f5d9f67ef733cfb6757731985901cfb2e22f",
            Snapshot.Create(
                File("\U00010000.py", "a"),
                File("\uE000.py", "b"),
                File("train.py", "print('hello')\n"),
                File("conf/run.json", "{}"),
                File("quote\".py", "c"),
                File("conf/é.txt", "")).Expect().Digest.ToString());
    }

    [Fact]
    [Trait("Rule", "FLOW-08")]
    public void The_manifest_is_canonical_and_its_hash_is_the_digest()
    {
        var snapshot = Snapshot.Create(File("b", "1"), File("a/c", "22")).Expect();
        var manifest = snapshot.ToManifest();

        Assert.Null(CanonicalJson.FindDeviation(manifest));
        Assert.StartsWith("""{"files":[{"length":2,"path":"a/c","sha256":"785""", Encoding.UTF8.GetString(manifest));
        Assert.Equal(new Hash256(SHA256.HashData(manifest)), snapshot.Digest.Hash);
        Assert.Equal(["a/c", "b"], snapshot.Files.Select(file => file.Path));
    }

    [Property(MaxTest = 100)]
    [Trait("Rule", "FLOW-08")]
    public void The_order_of_the_listing_does_not_matter_and_any_change_does(byte[] contents)
    {
        var files = contents.Select((content, at) => File($"src/{at}.py", $"{content}")).Prepend(File("a.py", "x")).ToArray();
        var snapshot = Snapshot.Create(files).Expect();

        Assert.Equal(snapshot, Snapshot.Create(files.Reverse()).Expect());
        Assert.NotEqual(snapshot, Snapshot.Create(files.Append(File("new.py", ""))).Expect());
        Assert.NotEqual(snapshot, Snapshot.Create(files.Skip(1).Append(File("a.py", "y"))).Expect());
        Assert.NotEqual(snapshot, Snapshot.Create(files.Skip(1).Append(File("b.py", "x"))).Expect());
    }

    [Theory]
    [InlineData("", SnapshotFaultKind.WithoutAPath)]
    [InlineData(null, SnapshotFaultKind.WithoutAPath)]
    [InlineData("/etc/passwd", SnapshotFaultKind.WithAnAbsolutePath)]
    [InlineData("C:/train.py", SnapshotFaultKind.WithAnAbsolutePath)]
    [InlineData("c:train.py", SnapshotFaultKind.WithAnAbsolutePath)]
    [InlineData("src\\train.py", SnapshotFaultKind.WithABackslash)]
    [InlineData("../train.py", SnapshotFaultKind.WithADotSegment)]
    [InlineData("src/../train.py", SnapshotFaultKind.WithADotSegment)]
    [InlineData("src/.", SnapshotFaultKind.WithADotSegment)]
    [InlineData("src//train.py", SnapshotFaultKind.WithAnEmptySegment)]
    [InlineData("src/", SnapshotFaultKind.WithAnEmptySegment)]
    [InlineData("a\nb", SnapshotFaultKind.WithACharacterThatNoPathHas)]
    public void A_path_that_leads_elsewhere_or_nowhere_is_a_fault_at_its_entry(string? path, SnapshotFaultKind kind) =>
        Assert.Equal(new SnapshotFault(kind, 1), Fault(File("fine.py", ""), new SnapshotEntry(path!, 0, default)));

    // No attribute can hold half of a pair.
    [Fact]
    public void A_path_with_half_of_a_surrogate_pair_is_a_fault() => Assert.Equal(
        SnapshotFaultKind.WithACharacterThatNoPathHas, Fault(new SnapshotEntry("a" + (char)0xD800, 0, default)).Kind);

    [Theory]
    [InlineData("..a/...")]
    [InlineData(".amlignore")]
    [InlineData("ab:c")]
    [InlineData("a b/ü")]
    public void A_path_that_only_looks_odd_is_none(string path) =>
        Assert.Equal(path, Snapshot.Create(File(path, "")).Expect().Files.Single().Path);

    [Fact]
    public void Bounds_are_kept_to_the_byte()
    {
        Assert.True(Snapshot.Create(File(new string('a', Snapshot.LongestPath), "")).IsT0);
        Assert.Equal(SnapshotFaultKind.WithAPathThatIsTooLong, Fault(File(new string('a', Snapshot.LongestPath + 1), "")).Kind);
        Assert.Equal(SnapshotFaultKind.WithAPathThatIsTooLong, Fault(File(new string('ä', (Snapshot.LongestPath / 2) + 1), "")).Kind);
        Assert.True(Snapshot.Create(new SnapshotEntry("a", Snapshot.LongestFile, default)).IsT0);
        Assert.Equal(SnapshotFaultKind.WithALengthOutOfBounds, Fault(new SnapshotEntry("a", Snapshot.LongestFile + 1, default)).Kind);
        Assert.Equal(SnapshotFaultKind.WithALengthOutOfBounds, Fault(new SnapshotEntry("a", -1, default)).Kind);
    }

    [Fact]
    public void An_empty_listing_and_one_that_is_too_large_are_faults()
    {
        var most = Enumerable.Range(0, Snapshot.MostFiles).Select(at => new SnapshotEntry($"{at}", 0, default)).ToArray();

        Assert.Equal(new SnapshotFault(SnapshotFaultKind.Empty, 0), Fault());
        Assert.Equal(Snapshot.MostFiles, Snapshot.Create(most).Expect().Files.Length);
        Assert.Equal(SnapshotFaultKind.TooLarge, Fault([.. most, File("one more", "")]).Kind);
    }

    [Fact]
    public void One_path_twice_and_a_file_that_is_a_directory_are_faults()
    {
        Assert.Equal(new SnapshotFault(SnapshotFaultKind.WithADuplicatePath, 2), Fault(File("a", ""), File("A", ""), File("a", "x")));
        Assert.Equal(new SnapshotFault(SnapshotFaultKind.WithAFileThatIsADirectory, 0), Fault(File("a/b/c", ""), File("a/b", "")));
        Assert.Equal("it is with a duplicate path (at entry 2)", Fault(File("a", ""), File("A", ""), File("a", "x")).ToString());
    }

    [Theory]
    [InlineData("", SnapshotDigestFault.Empty, 0)]
    [InlineData("SHA256:c842", SnapshotDigestFault.WithoutItsPrefix, 0)]
    [InlineData("sha256:c842", SnapshotDigestFault.OfAnotherLength, 11)]
    [InlineData("sha256:C842", SnapshotDigestFault.WithACharacterThatIsNoDigit, 7)]
    [InlineData("sha256:c842209552b02ec53f95aa9e7b639c8787be941d92211a20577200a39116a7390", SnapshotDigestFault.OfAnotherLength, 71)]
    public void A_digest_has_one_text_and_another_is_a_fault(string text, SnapshotDigestFault kind, int offset) =>
        Assert.Equal(new TextFault<SnapshotDigestFault>(kind, offset), SnapshotDigest.Read(text).AsT1);

    private static SnapshotEntry File(string path, string content) =>
        SnapshotEntry.Of(path, Encoding.UTF8.GetBytes(content));

    private static SnapshotFault Fault(params SnapshotEntry[] listing) => Snapshot.Create(listing).AsT1;
}
