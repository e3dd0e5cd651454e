namespace AmlSecurity.Domain.Canonical;

/// <summary>Says what is wrong at one place of a JSON document.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The place, as a JSON path such as <c>$[3].permissions[0].actions[2]</c>.</param>
/// <param name="Offset">The place, as the zero-based offset in bytes.</param>
/// <param name="Detail">The reason for a person, in lower case without a full stop, input in backticks.</param>
/// <remarks>Equal by all members; no order. The default means nothing. Immutable, hence safe for concurrent
/// use.</remarks>
public readonly record struct DocumentFault(DocumentFaultKind Kind, string Path, long Offset, string Detail)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>Path, offset and detail.</returns>
    public override string ToString() => $"{Path} (byte {Offset}): {Detail}";
}
