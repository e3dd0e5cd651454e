using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The question whether a principal may do an operation on a scope.</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">The operation.</param>
/// <param name="Plane">The operation's plane.</param>
/// <param name="Scope">What it would be done to.</param>
/// <param name="Attributes">What conditions may ask for; null if nothing is known.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AccessRequest(
    Principal Principal, ActionName Action, Plane Plane, ResourceId Scope, ConditionAttributes? Attributes = null)
{
    /// <summary>Asks about an operation of the control plane.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="action">The operation.</param>
    /// <param name="scope">What it would be done to.</param>
    /// <returns>The question.</returns>
    public static AccessRequest Control(Principal principal, ActionName action, ResourceId scope) =>
        new(principal, action, Plane.Control, scope);

    /// <summary>Asks about an operation of the data plane.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="action">The operation.</param>
    /// <param name="scope">What it would be done to.</param>
    /// <returns>The question.</returns>
    public static AccessRequest Data(Principal principal, ActionName action, ResourceId scope) =>
        new(principal, action, Plane.Data, scope);
}
