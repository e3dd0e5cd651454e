namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Lists why a text is not an <see cref="AssetName"/>. Each finishes the sentence "it is …".</summary>
public enum AssetNameFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Longer than 255 characters.</summary>
    TooLong,

    /// <summary>With a first character that is neither a letter nor a digit.</summary>
    WithAFirstCharacterThatIsNoLetterOrDigit,

    /// <summary>With a character other than letters, digits, dash, underscore, dot and colon.</summary>
    WithACharacterThatNoNameHas,
}
