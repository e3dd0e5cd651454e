namespace AmlSecurity.Domain;

/// <summary>Brings text that Azure compares without regard to case into its comparison form.</summary>
internal static class CaseFolding
{
    /// <summary>Lower-cases a text without ever turning a foreign letter into an ASCII one.</summary>
    /// <remarks>
    /// U+212A (KELVIN SIGN) lower-cases to <c>k</c>, which an ordinal comparison that ignores case does not do;
    /// folding it would make two different resource groups one.
    /// </remarks>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var at = 0; at < source.Length; at++)
        {
            var lower = char.ToLowerInvariant(source[at]);
            folded[at] = char.IsAscii(lower) && !char.IsAscii(source[at]) ? source[at] : lower;
        }
    });
}
