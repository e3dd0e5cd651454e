namespace AmlSecurity.Domain.Authorization;

/// <summary>Says whether a deny assignment blocks or is only watched (<c>denyAssignmentEffect</c>).</summary>
/// <remarks>The default is <see cref="Enforced"/>.</remarks>
public enum DenyEffect
{
    /// <summary>Blocks.</summary>
    Enforced,

    /// <summary>Shown in explanations, blocks nothing.</summary>
    Audit,
}
