using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a sign-in asks its host to do.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SignInEffect
{
    private SignInEffect()
    {
    }

    /// <summary>Send the user to the directory for another factor.</summary>
    /// <param name="Principal">The user.</param>
    public sealed record ChallengeForMfa(Principal Principal) : SignInEffect;

    /// <summary>Get a new token from the directory.</summary>
    /// <param name="Principal">For whom.</param>
    public sealed record RequestToken(Principal Principal) : SignInEffect;

    /// <summary>Make the call with the token, at once.</summary>
    /// <param name="Principal">Whose token.</param>
    /// <param name="Token">How long it lasts.</param>
    public sealed record PresentToken(Principal Principal, TokenLifetime Token) : SignInEffect;

    /// <summary>Erase the token.</summary>
    /// <param name="Principal">Whose token.</param>
    public sealed record ForgetToken(Principal Principal) : SignInEffect;
}
