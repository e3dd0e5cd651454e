namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The place of a value that does not stand where the values around it do.</summary>
/// <param name="Document">The position of its document; null for that of the values around it.</param>
/// <param name="Path">The path in that document.</param>
internal sealed record ConfigurationAnchor(int? Document, ConfigurationPath Path);
