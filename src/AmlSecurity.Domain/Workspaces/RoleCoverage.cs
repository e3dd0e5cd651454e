namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says whether one role gives at least what another one of the table gives.</summary>
internal enum RoleCoverage
{
    /// <summary>It does not.</summary>
    No,

    /// <summary>It is not among the definitions, or gives it under a condition only.</summary>
    Unknown,

    /// <summary>It is that role, or a wider one.</summary>
    Yes,
}
