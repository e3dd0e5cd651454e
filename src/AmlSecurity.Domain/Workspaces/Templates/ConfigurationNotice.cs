using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What is to be said about one of several documents.</summary>
/// <param name="Document">The position of the document.</param>
/// <param name="Fault">What and where.</param>
/// <remarks>Equal by both members; no order. The default means nothing. Immutable, hence safe for concurrent
/// use.</remarks>
public readonly record struct ConfigurationNotice(int Document, DocumentFault Fault)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The position and what is to be said.</returns>
    public override string ToString() => $"document {Document}, {Fault}";
}
