using System.Text;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Knows which paths a snapshot may hold, and their order: that of their bytes in UTF-8.</summary>
internal static class SnapshotPath
{
    /// <summary>Finds what is wrong with a path.</summary>
    /// <returns>The fault; null if nothing is.</returns>
    public static SnapshotFaultKind? Fault(string? path) => path switch
    {
        null or "" => SnapshotFaultKind.WithoutAPath,
        { Length: > Snapshot.LongestPath } => SnapshotFaultKind.WithAPathThatIsTooLong,
        _ when Plaintext.FirstBadCharacter(path) >= 0 => SnapshotFaultKind.WithACharacterThatNoPathHas,
        _ when Encoding.UTF8.GetByteCount(path) > Snapshot.LongestPath => SnapshotFaultKind.WithAPathThatIsTooLong,
        _ when path.Contains('\\') => SnapshotFaultKind.WithABackslash,
        ['/', ..] => SnapshotFaultKind.WithAnAbsolutePath,
        [var drive, ':', ..] when char.IsAsciiLetter(drive) => SnapshotFaultKind.WithAnAbsolutePath,
        _ => FaultIn(path.Split('/')),
    };

    /// <summary>Compares by bytes; the platform's ordinal order puts U+10000 before U+E000, which UTF-8 does
    /// not.</summary>
    public static int Compare(string one, string two) =>
        Encoding.UTF8.GetBytes(one).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(two));

    /// <summary>Lists the directories that a path leads through.</summary>
    public static IEnumerable<string> DirectoriesOf(string path)
    {
        for (var at = path.IndexOf('/'); at > 0; at = path.IndexOf('/', at + 1))
        {
            yield return path[..at];
        }
    }

    private static SnapshotFaultKind? FaultIn(string[] segments) =>
        segments.Contains("") ? SnapshotFaultKind.WithAnEmptySegment
        : segments.Any(segment => segment is "." or "..") ? SnapshotFaultKind.WithADotSegment
        : null;
}
