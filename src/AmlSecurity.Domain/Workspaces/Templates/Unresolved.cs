namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Why a value is not known, and what is known all the same.</summary>
/// <param name="Expression">The text as it stands in the document.</param>
/// <param name="Reason">What is missing, for a person.</param>
/// <param name="Residue">
/// What is left of the expression once everything known is put in; two values of one residue in one document are the
/// same. Null if there is no such text.
/// </param>
/// <param name="Target">The key of the resource that it is the id of, or null.</param>
/// <param name="IsFaulty">Whether Azure would not understand it either.</param>
internal sealed record Unresolved(
    string Expression, string Reason, string? Residue, string? Target = null, bool IsFaulty = false)
{
    /// <summary>The greatest length of a residue.</summary>
    public const int LongestResidue = 4096;
}
