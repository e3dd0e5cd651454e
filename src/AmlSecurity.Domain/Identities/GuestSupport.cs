using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Identities;

/// <summary>The rule that guests are not supported, and when it held.</summary>
internal static class GuestSupport
{
    public static RuleId Rule { get; } = RuleId.Of("AUTHZ-20");

    /// <summary>Determines whether guests are refused.</summary>
    public static bool IsMissingUnder(RuleSet rules) => SourcePages.Of2020.Includes(rules);
}
