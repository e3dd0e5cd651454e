using AmlSecurity.Domain.Authentication;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The user who takes a step: signed in, and allowed.</summary>
/// <param name="Session">Where the sign-in stands; it holds the token for Azure Resource Manager.</param>
/// <param name="Access">Whether the same user may take the step.</param>
/// <remarks>Neither can be made up: the sign-in flow makes the one and <see cref="StepAuthorization"/> the other. Equal
/// by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record StepTaker(SignInState Session, StepDecision Access)
{
    /// <summary>Gets where the sign-in stands.</summary>
    public SignInState Session { get; } = Session ?? throw new ArgumentNullException(nameof(Session));

    /// <summary>Gets whether the user may take the step.</summary>
    public StepDecision Access { get; } = Access ?? throw new ArgumentNullException(nameof(Access));
}
