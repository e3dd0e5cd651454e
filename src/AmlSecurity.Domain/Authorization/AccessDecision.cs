using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The answer to an <see cref="AccessRequest"/>: allowed by an assignment, or denied for a reason.</summary>
/// <remarks>
/// One of <see cref="Allowed"/> and <see cref="Denied"/>; no other case can be added. Equal by case and members; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public abstract record AccessDecision
{
    private AccessDecision()
    {
    }

    /// <summary>Gets the rule that the decision rests on.</summary>
    public abstract RuleId Rule { get; }

    /// <summary>Gets a value indicating whether access is allowed.</summary>
    public bool IsAllowed => this is Allowed;

    /// <summary>Access is allowed.</summary>
    /// <param name="Assignment">The assignment that grants it: the nearest to the scope, then the first by id.</param>
    /// <param name="Role">The role assigned.</param>
    /// <param name="Pattern">The entry of the role that covers the operation.</param>
    public sealed record Allowed(RoleAssignment Assignment, RoleDefinition Role, ActionPattern Pattern) : AccessDecision
    {
        /// <inheritdoc/>
        public override RuleId Rule => (Role.Kind, Role.Name) switch
        {
            (RoleKind.Custom, _) => AuthorizationRules.CustomRoles,
            (_, nameof(BuiltInRole.Owner) or nameof(BuiltInRole.Contributor) or nameof(BuiltInRole.Reader)) =>
                AuthorizationRules.SharingByRole,
            _ => AuthorizationRules.EntriesMinusExclusions,
        };

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The line.</returns>
        public override string ToString() =>
            $"allowed by assignment {Plaintext.Quote(Assignment.Id)} of {Plaintext.Quote(Role.Name)}"
            + $" at {Plaintext.Quote(Assignment.Scope.Text)} ({Rule})";
    }

    /// <summary>Access is denied.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Deny">The deny assignment that blocks, if one does.</param>
    /// <param name="Evidence">How the principal is known to be a guest, if that is the reason.</param>
    public sealed record Denied(
        DenialReason Reason, DenyAssignment? Deny = null, GuestEvidence? Evidence = null) : AccessDecision
    {
        /// <inheritdoc/>
        public override RuleId Rule => Reason switch
        {
            DenialReason.Excluded => AuthorizationRules.EntriesMinusExclusions,
            DenialReason.ConditionUnreadable or DenialReason.ConditionNotMet => AuthorizationRules.Conditions,
            DenialReason.DenyAssignment => AuthorizationRules.DenyWins,
            DenialReason.GuestNotSupported => AuthorizationRules.GuestsNotSupported,
            _ => AuthorizationRules.DefaultDeny,
        };

        /// <summary>Returns one line for a person.</summary>
        /// <returns>The line.</returns>
        public override string ToString() => $"denied: {Sentence()} ({Rule})";

        private string Sentence() => Reason switch
        {
            DenialReason.RoleNotFound => "the roles assigned are not among the definitions, or are ambiguous",
            DenialReason.NotGranted => "no assigned role covers the operation",
            DenialReason.Excluded => "an assigned role covers the operation and excludes it again",
            DenialReason.ConditionUnreadable => "what would grant it stands under a condition that cannot be read",
            DenialReason.ConditionNotMet => "what would grant it stands under a condition that does not hold",
            DenialReason.DenyAssignment => $"deny assignment {Plaintext.Quote(Deny?.Name ?? Deny?.Id)} blocks it",
            DenialReason.GuestNotSupported => $"guests are not supported, and this is one by {Evidence}",
            _ => "neither the principal nor its groups hold a role on the scope or above it",
        };
    }
}
