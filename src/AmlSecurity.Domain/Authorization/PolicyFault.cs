using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what is wrong at one place of one of the documents of a policy.</summary>
/// <param name="Document">The document.</param>
/// <param name="Fault">The place and the reason.</param>
/// <remarks>Equal by both; no order. The default means nothing.</remarks>
public readonly record struct PolicyFault(PolicyDocument Document, DocumentFault Fault)
{
    /// <summary>Returns one line for a person.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Document}: {Fault}";
}
