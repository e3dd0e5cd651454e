using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The sign-in of a user or an application to Azure Active Directory, as a flow (AUTHN-01 to
/// AUTHN-03).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class SignIn
{
    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<SignInState, SignInEvent, SignInEffect> Table { get; } = SignInRows.Build();

    /// <summary>Begins with nobody signed in.</summary>
    /// <param name="rules">The rules of the date; nothing else is asked of whoever signs in.</param>
    /// <returns>The first state, before every event.</returns>
    public static SignInState Begin(RuleSet rules) => Begin(new SignInPolicy(rules));

    /// <summary>Begins with nobody signed in.</summary>
    /// <param name="policy">What is asked of whoever signs in.</param>
    /// <returns>The first state, before every event.</returns>
    public static SignInState Begin(SignInPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new SignInState.SignedOut(policy, Instant.MinValue);
    }
}
