namespace AmlSecurity.Domain.Auditing;

/// <summary>A word of the activity log with its translation for people.</summary>
/// <param name="Value">The word, such as <c>Succeeded</c>.</param>
/// <param name="LocalizedValue">The word in the language of whoever asked; null where the source has none.</param>
/// <remarks>Equal by both texts; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ActivityLogName(string Value, string? LocalizedValue = null)
{
    /// <summary>Returns the word.</summary>
    /// <returns>The word.</returns>
    public override string ToString() => Value;
}
