using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>A snapshot of the scripts of an experiment: the files of its directory at one time (FLOW-06,
/// FLOW-08).</summary>
/// <remarks>
/// <code>
/// manifest   {"files":[{"length":n,"path":"…","sha256":"…"},…],"v":1}   RFC 8785
/// order      by path, byte by byte in UTF-8
/// digest     SHA-256 of the manifest
/// </code>
/// At most <see cref="MostFiles"/> files, one at least. It holds no content. Equal by digest; no order. Immutable,
/// hence safe for concurrent use.
/// </remarks>
public sealed record Snapshot
{
    /// <summary>The most files that a snapshot holds.</summary>
    public const int MostFiles = 65_536;

    /// <summary>The most bytes that a path has in UTF-8.</summary>
    public const int LongestPath = 1_024;

    /// <summary>The most bytes that a file has: the largest integer that JSON carries without loss.</summary>
    public const long LongestFile = 9_007_199_254_740_991;

    private Snapshot(ImmutableArray<SnapshotEntry> files)
    {
        Files = files;
        Digest = new SnapshotDigest(new Hash256(SHA256.HashData(ToManifest())));
    }

    /// <summary>Gets the files, ordered by path.</summary>
    public ImmutableArray<SnapshotEntry> Files { get; }

    /// <summary>Gets what names the snapshot.</summary>
    public SnapshotDigest Digest { get; }

    /// <summary>Makes a snapshot of a listing.</summary>
    /// <param name="listing">The files, in any order.</param>
    /// <returns>The snapshot, or the first thing that is wrong with the listing.</returns>
    public static OneOf<Snapshot, SnapshotFault> Create(params IEnumerable<SnapshotEntry> listing)
    {
        ArgumentNullException.ThrowIfNull(listing);
        ImmutableArray<SnapshotEntry> files = [.. listing.Take(MostFiles + 1)];
        return FaultIn(files) is { } fault
            ? fault
            : new Snapshot(files.Sort((one, two) => SnapshotPath.Compare(one.Path, two.Path)));
    }

    /// <summary>Writes the manifest, of which the digest is made.</summary>
    /// <returns>The bytes of the canonical JSON.</returns>
    public byte[] ToManifest()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteStartArray("files");
            foreach (var file in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", file.Path);
                json.WriteNumber("length", file.Length);
                json.WriteString("sha256", file.Content.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return CanonicalJson.Canonicalize(buffer.WrittenSpan).Expect();
    }

    /// <summary>Determines whether two snapshots have the same files.</summary>
    /// <param name="other">The other snapshot.</param>
    /// <returns><see langword="true"/> if their digests are equal.</returns>
    public bool Equals(Snapshot? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode();

    /// <summary>Returns the digest and the number of files.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Digest}, files: {Files.Length}";

    private static SnapshotFault? FaultIn(ImmutableArray<SnapshotEntry> files)
    {
        if (files.Length is 0 or > MostFiles)
        {
            return new SnapshotFault(files.IsEmpty ? SnapshotFaultKind.Empty : SnapshotFaultKind.TooLarge, 0);
        }

        var paths = new HashSet<string>(files.Length, StringComparer.Ordinal);
        for (var at = 0; at < files.Length; at++)
        {
            if (FaultIn(files[at], paths) is { } kind)
            {
                return new SnapshotFault(kind, at);
            }
        }

        for (var at = 0; at < files.Length; at++)
        {
            if (SnapshotPath.DirectoriesOf(files[at].Path).Any(paths.Contains))
            {
                return new SnapshotFault(SnapshotFaultKind.WithAFileThatIsADirectory, at);
            }
        }

        return null;
    }

    private static SnapshotFaultKind? FaultIn(SnapshotEntry file, HashSet<string> paths) =>
        SnapshotPath.Fault(file.Path) is { } fault ? fault
        : file.Length is < 0 or > LongestFile ? SnapshotFaultKind.WithALengthOutOfBounds
        : paths.Add(file.Path) ? null
        : SnapshotFaultKind.WithADuplicatePath;
}
