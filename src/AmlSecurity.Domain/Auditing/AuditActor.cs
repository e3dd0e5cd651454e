using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Who did what a record tells.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record AuditActor
{
    private AuditActor()
    {
    }

    /// <summary>Names the actor of a verified identity.</summary>
    /// <param name="principal">The identity; a group never acts.</param>
    /// <param name="name">Its name for a person, as personal data; null to leave it out.</param>
    /// <returns>The actor.</returns>
    /// <exception cref="ArgumentException">It is a group.</exception>
    public static AuditActor Of(Principal principal, PersonalData? name = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var kind = principal switch
        {
            { Membership: Membership.Guest } => AuditActorKind.Guest,
            { Kind: PrincipalKind.User } => AuditActorKind.User,
            { Kind: PrincipalKind.ServicePrincipal } => AuditActorKind.ServicePrincipal,
            { Kind: PrincipalKind.ManagedIdentity } => AuditActorKind.ManagedIdentity,
            { Kind: PrincipalKind.Group or PrincipalKind.ForeignGroup or PrincipalKind.SystemDefined } =>
                throw new ArgumentException("a group never acts", nameof(principal)),
            _ => AuditActorKind.Other,
        };
        return new Identified(kind, principal.Id.ToString(), principal.Tenant?.ToString()) { Name = name };
    }

    /// <summary>Names the run whose service token was presented.</summary>
    /// <param name="scope">The scope of the run.</param>
    /// <returns>The actor.</returns>
    public static AuditActor Of(RunScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new RunToken(scope.Run.Text, scope.Workspace.Text);
    }

    /// <summary>An identity of a directory.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Id">The object id, 1 to 128 characters.</param>
    /// <param name="Tenant">The directory, 1 to 128 characters, where known.</param>
    public sealed record Identified(AuditActorKind Kind, string Id, string? Tenant = null) : AuditActor
    {
        /// <summary>Gets its name for a person, such as a UPN; null if left out.</summary>
        public PersonalData? Name { get; init; }
    }

    /// <summary>A run, by its service token.</summary>
    /// <param name="Run">The run, 1 to 256 characters.</param>
    /// <param name="Workspace">The workspace that it is limited to, 1 to 2,048 characters.</param>
    public sealed record RunToken(string Run, string Workspace) : AuditActor;

    /// <summary>Nobody that is known; counted by every report.</summary>
    /// <param name="Why">Why not.</param>
    public sealed record Unattributed(UnattributedReason Why) : AuditActor;
}
