using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The rules that decisions and findings of this room cite.</summary>
/// <remarks>
/// <c>AUTHZ</c> and <c>ROLE-01</c> are the rules of the source page and its limits, the other <c>ROLE</c> those of this
/// library's analysis of roles. <c>RBAC</c> names facts of the Azure
/// pages that the source rests on. <c>docs/rules/authorization.md</c> states each.
/// </remarks>
public static class AuthorizationRules
{
    /// <summary>Gets AUTHZ-02: sharing is controlled by assigning roles.</summary>
    public static RuleId SharingByRole { get; } = RuleId.Of("AUTHZ-02");

    /// <summary>Gets AUTHZ-16: where built-in roles do not fit, custom roles can be made.</summary>
    public static RuleId CustomRoles { get; } = RuleId.Of("AUTHZ-16");

    /// <summary>Gets AUTHZ-17: custom roles cover the workspace and Machine Learning Compute only.</summary>
    public static RuleId CustomRoleOperations { get; } = RuleId.Of("AUTHZ-17");

    /// <summary>Gets AUTHZ-18: custom roles carry read, write or delete permissions.</summary>
    public static RuleId CustomRoleVerbs { get; } = RuleId.Of("AUTHZ-18");

    /// <summary>Gets AUTHZ-19: custom roles are available at workspace, resource group or subscription.</summary>
    public static RuleId CustomRoleScopes { get; } = RuleId.Of("AUTHZ-19");

    /// <summary>Gets AUTHZ-20: guests are not supported.</summary>
    public static RuleId GuestsNotSupported => GuestSupport.Rule;

    /// <summary>Gets ROLE-01: the limits of roles and assignments.</summary>
    public static RuleId Limits { get; } = RuleId.Of("ROLE-01");

    /// <summary>Gets ROLE-02: some operations yield more than was granted.</summary>
    public static RuleId Escalation { get; } = RuleId.Of("ROLE-02");

    /// <summary>Gets ROLE-03: some reads return a secret.</summary>
    public static RuleId SecretReads { get; } = RuleId.Of("ROLE-03");

    /// <summary>Gets RBAC-01: what no assignment grants is denied.</summary>
    public static RuleId DefaultDeny { get; } = RuleId.Of("RBAC-01");

    /// <summary>Gets RBAC-02: a block grants its entries minus its exclusions, and blocks and roles add up.</summary>
    public static RuleId EntriesMinusExclusions { get; } = RuleId.Of("RBAC-02");

    /// <summary>Gets RBAC-03: a deny assignment beats every role.</summary>
    public static RuleId DenyWins { get; } = RuleId.Of("RBAC-03");

    /// <summary>Gets RBAC-04: what stands under a condition counts only if the condition holds.</summary>
    public static RuleId Conditions { get; } = RuleId.Of("RBAC-04");

    /// <summary>Gets RBAC-05: what a wildcard covers.</summary>
    public static RuleId Wildcards { get; } = RuleId.Of("RBAC-05");

    /// <summary>Gets RBAC-06: control and data plane never imply each other.</summary>
    public static RuleId Planes { get; } = RuleId.Of("RBAC-06");

    /// <summary>Gets RBAC-07: scopes inherit downwards, by whole segments.</summary>
    public static RuleId Inheritance { get; } = RuleId.Of("RBAC-07");

    /// <summary>Gets the dates on which the rules of the 2020 pages hold: AUTHZ-17 to AUTHZ-20 and the old limits of
    /// ROLE-01.</summary>
    /// <remarks>The pages do not say when they ended; the model lets them end with the year.</remarks>
    public static EffectivePeriod Pages2020 => SourcePages.Of2020;
}
