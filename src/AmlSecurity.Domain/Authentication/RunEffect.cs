using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a run asks its host to do.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record RunEffect
{
    private RunEffect()
    {
    }

    /// <summary>Make a service token for the run.</summary>
    /// <param name="Scope">What it stands for.</param>
    /// <param name="Latest">When it must end at the latest.</param>
    public sealed record MintToken(RunScope Scope, Instant Latest) : RunEffect;

    /// <summary>Hand the token to the compute target.</summary>
    /// <param name="Scope">What it stands for.</param>
    /// <param name="Token">How long it lasts.</param>
    public sealed record HandOverToken(RunScope Scope, TokenLifetime Token) : RunEffect;

    /// <summary>Let the call through, with the permissions of the run and no more.</summary>
    /// <param name="Scope">What the token stands for.</param>
    public sealed record AcceptCallback(RunScope Scope) : RunEffect;

    /// <summary>Refuse every token of the run from now on.</summary>
    /// <param name="Run">The run.</param>
    public sealed record RevokeTokens(RunId Run) : RunEffect;
}
