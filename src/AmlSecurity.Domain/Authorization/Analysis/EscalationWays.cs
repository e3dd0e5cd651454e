using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>The operations by which their holder obtains more than was granted (ROLE-02).</summary>
/// <remarks>
/// Those of access control itself, and those that lend the identity of somebody else. Whatever runs code on a machine
/// lends the identity of the machine, too; that depends on the identity, hence it is left to who knows it.
/// </remarks>
public static class EscalationWays
{
    /// <summary>Gets the operation that gives any role to anybody.</summary>
    public static EscalationWay WriteRoleAssignments { get; } = Way(
        "Microsoft.Authorization/roleAssignments/write", "any role can be assigned to anybody, at the scope or below");

    /// <summary>Gets the operation that widens custom roles.</summary>
    public static EscalationWay WriteRoleDefinitions { get; } = Way(
        "Microsoft.Authorization/roleDefinitions/write", "any operation can be added to a custom role that is held");

    /// <summary>Gets every way, those of access control first.</summary>
    public static ImmutableArray<EscalationWay> All { get; } =
    [
        WriteRoleAssignments,
        WriteRoleDefinitions,
        Way(
            "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
            "any role can be assigned to anybody for a time"),
        Way(
            "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
            "anybody can be made eligible for any role"),
        Way(
            "Microsoft.Authorization/elevateAccess/action",
            "an administrator of the directory becomes User Access Administrator of everything"),
        Way(
            "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
            "a resource of the holder can act as the identity"),
        Way(
            "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials/write",
            "somebody outside can sign in as the identity"),
    ];

    private static EscalationWay Way(string action, string gain) => new(ActionName.Of(action), gain);
}
