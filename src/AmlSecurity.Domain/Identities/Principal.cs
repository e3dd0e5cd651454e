namespace AmlSecurity.Domain.Identities;

/// <summary>Who acts: a user, a guest, an application, a managed identity or a group.</summary>
/// <param name="Id">The object id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Membership">Whether it belongs to the directory.</param>
/// <param name="Tenant">The directory, where known.</param>
/// <remarks>
/// A verified identity: nothing here proves it, the host has. Equal by all members; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record Principal(PrincipalId Id, PrincipalKind Kind, Membership Membership, TenantId? Tenant = null)
{
    /// <summary>Names a user of the directory's own.</summary>
    /// <param name="id">The object id.</param>
    /// <returns>The user.</returns>
    public static Principal User(PrincipalId id) => new(id, PrincipalKind.User, new Membership.Member());

    /// <summary>Names a guest user.</summary>
    /// <param name="id">The object id.</param>
    /// <param name="evidence">How it is known that this is a guest.</param>
    /// <returns>The guest.</returns>
    public static Principal Guest(PrincipalId id, GuestEvidence evidence) =>
        new(id, PrincipalKind.User, new Membership.Guest(evidence));

    /// <summary>Names an application.</summary>
    /// <param name="id">The object id of its service principal, not its client id.</param>
    /// <returns>The service principal.</returns>
    public static Principal ServicePrincipal(PrincipalId id) =>
        new(id, PrincipalKind.ServicePrincipal, new Membership.Member());

    /// <summary>Names the identity of an Azure resource, such as a workspace's own (IDENT-01).</summary>
    /// <param name="id">The object id.</param>
    /// <returns>The managed identity.</returns>
    public static Principal ManagedIdentity(PrincipalId id) =>
        new(id, PrincipalKind.ManagedIdentity, new Membership.Member());

    /// <summary>Names a group, to ask what its members may do.</summary>
    /// <param name="id">The object id.</param>
    /// <returns>The group.</returns>
    public static Principal Group(PrincipalId id) => new(id, PrincipalKind.Group, new Membership.Member());
}
