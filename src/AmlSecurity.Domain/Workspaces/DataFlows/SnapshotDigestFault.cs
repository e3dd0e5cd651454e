namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists why a text is not a <see cref="SnapshotDigest"/>. Each finishes the sentence "it is …".</summary>
public enum SnapshotDigestFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Without <c>sha256:</c> in front.</summary>
    WithoutItsPrefix,

    /// <summary>With a character behind the prefix that is no lower-case hexadecimal digit.</summary>
    WithACharacterThatIsNoDigit,

    /// <summary>With more or fewer than 64 digits.</summary>
    OfAnotherLength,
}
