using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a directory and a host ask of whoever signs in.</summary>
/// <param name="Rules">The rules of the date.</param>
/// <param name="RequiresMfa">Whether the directory asks its users for more than one factor (AUTHN-01).</param>
/// <param name="AcceptsUndetermined">Whether a user passes who may be a guest or not, where guests are refused.</param>
/// <param name="IsEmailRequested">Whether the application asked for the <c>email</c> claim, so that it is no sign of a
/// guest.</param>
/// <param name="Refresh">When the token is replaced; <see cref="RefreshPolicy.ResourceManagerToken"/> by
/// default.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record SignInPolicy(
    RuleSet Rules,
    bool RequiresMfa = false,
    bool AcceptsUndetermined = false,
    bool IsEmailRequested = false,
    RefreshPolicy? Refresh = null)
{
    /// <summary>Gets the rules of the date.</summary>
    public RuleSet Rules { get; } = Rules ?? throw new ArgumentNullException(nameof(Rules));

    internal RefreshPolicy RefreshOrDefault => Refresh ?? RefreshPolicy.ResourceManagerToken;
}
