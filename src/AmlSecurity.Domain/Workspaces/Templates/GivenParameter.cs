namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The value of a parameter, or that it is in a key vault.</summary>
internal sealed record GivenParameter(string Name, ConfigurationValue Value, bool IsReference);
