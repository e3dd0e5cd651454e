using System.Security.Cryptography;
using AmlSecurity.Domain.Auditing;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>One file of a directory, as its listing says; nothing of it has been checked.</summary>
/// <param name="Path">The path within the directory, its parts separated by <c>/</c>.</param>
/// <param name="Length">How many bytes the file has.</param>
/// <param name="Content">The SHA-256 of these bytes.</param>
/// <remarks><see cref="Snapshot.Create"/> checks it. Equal by all members; no order. The default has no path. Safe for
/// concurrent use.</remarks>
public readonly record struct SnapshotEntry(string Path, long Length, Hash256 Content)
{
    /// <summary>Describes a file by its bytes.</summary>
    /// <param name="path">The path within the directory.</param>
    /// <param name="content">The bytes; they are hashed, not kept.</param>
    /// <returns>The entry.</returns>
    public static SnapshotEntry Of(string path, ReadOnlyMemory<byte> content) =>
        new(path, content.Length, new Hash256(SHA256.HashData(content.Span)));
}
