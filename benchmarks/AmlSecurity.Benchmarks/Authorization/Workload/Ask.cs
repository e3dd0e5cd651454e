using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>One request in every form that a contestant takes: typed, as numbers, and as raw texts.</summary>
/// <param name="Request">For the policy.</param>
/// <param name="Principal">The number of the principal.</param>
/// <param name="Workspace">The number of the workspace.</param>
/// <param name="Operation">The number of the operation.</param>
internal sealed record Ask(AccessRequest Request, int Principal, int Workspace, int Operation)
{
    /// <summary>Gets the object id.</summary>
    public string PrincipalText { get; } = Request.Principal.Id.Text;

    /// <summary>Gets the scope in its comparison form.</summary>
    public string ScopeText { get; } = Request.Scope.Canonical;

    /// <summary>Gets the operation in its comparison form.</summary>
    public string ActionText { get; } = Request.Action.Canonical;
}
