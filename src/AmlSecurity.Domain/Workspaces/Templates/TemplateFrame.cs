namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What an expression sees: parameters and variables, and the turn of a loop.</summary>
internal readonly record struct TemplateFrame(TemplateScope Scope, TemplateLoop? Loop);
