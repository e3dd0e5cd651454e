namespace AmlSecurity.Domain.Authentication;

/// <summary>What came of checking a service token: its claims, or the step that it did not pass.</summary>
/// <remarks>The default is a refusal. It holds nothing of a token that was refused. Safe for concurrent use.</remarks>
public readonly record struct ServiceTokenCheck
{
    private ServiceTokenCheck(ServiceTokenClaims? claims, ServiceTokenStep failed)
    {
        Claims = claims;
        Failed = failed;
    }

    /// <summary>Gets what the token says; null if it was refused.</summary>
    public ServiceTokenClaims? Claims { get; }

    /// <summary>Gets the first step that it did not pass.</summary>
    public ServiceTokenStep Failed { get; }

    /// <summary>Gets a value indicating whether the token admits its bearer.</summary>
    public bool IsAccepted => Claims is not null;

    /// <summary>Returns one line for a person, without anything of the token.</summary>
    /// <returns>Whether it was accepted, or the number and name of the step.</returns>
    public override string ToString() => IsAccepted ? "accepted" : $"refused by step {(int)Failed}, {Failed}";

    internal static ServiceTokenCheck Accept(ServiceTokenClaims claims) => new(claims, ServiceTokenStep.None);

    internal static ServiceTokenCheck Refuse(ServiceTokenStep failed) => new(claims: null, failed);
}
