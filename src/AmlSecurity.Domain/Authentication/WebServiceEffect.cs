using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a web service asks its host to do.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WebServiceEffect
{
    private WebServiceEffect()
    {
    }

    /// <summary>Let the call through.</summary>
    public sealed record AcceptCall : WebServiceEffect;

    /// <summary>Tell the caller to get another token.</summary>
    public sealed record AdviseRefresh : WebServiceEffect;

    /// <summary>Hand out a token.</summary>
    /// <param name="Token">How long it lasts.</param>
    public sealed record IssueToken(WebServiceToken Token) : WebServiceEffect;

    /// <summary>Tell the owner.</summary>
    /// <param name="Finding">What.</param>
    public sealed record Report(Finding Finding) : WebServiceEffect;
}
