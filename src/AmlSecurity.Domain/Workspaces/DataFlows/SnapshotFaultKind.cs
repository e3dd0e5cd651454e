namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists why a listing is not a <see cref="Snapshot"/>. Each finishes the sentence "it is …".</summary>
public enum SnapshotFaultKind
{
    /// <summary>Empty: a listing without a file.</summary>
    Empty,

    /// <summary>With more than <see cref="Snapshot.MostFiles"/> files.</summary>
    TooLarge,

    /// <summary>With an entry that has no path.</summary>
    WithoutAPath,

    /// <summary>With a path longer than <see cref="Snapshot.LongestPath"/> bytes.</summary>
    WithAPathThatIsTooLong,

    /// <summary>With a path that holds a control character or half of a surrogate pair.</summary>
    WithACharacterThatNoPathHas,

    /// <summary>With a path that holds <c>\</c>, which separates on one system and not on another.</summary>
    WithABackslash,

    /// <summary>With a path that begins with <c>/</c> or with a drive such as <c>C:</c>.</summary>
    WithAnAbsolutePath,

    /// <summary>With a path of which one part is empty.</summary>
    WithAnEmptySegment,

    /// <summary>With a path of which one part is <c>.</c> or <c>..</c>.</summary>
    WithADotSegment,

    /// <summary>With a length below zero or above <see cref="Snapshot.LongestFile"/>.</summary>
    WithALengthOutOfBounds,

    /// <summary>With one path twice.</summary>
    WithADuplicatePath,

    /// <summary>With a path that is a file in one entry and a directory in another.</summary>
    WithAFileThatIsADirectory,
}
