using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Planning;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Assessment;

/// <summary>The way to a customer-managed key, with who may do each step.</summary>
/// <param name="Group">The resource group for which it is asked.</param>
/// <param name="IsOfDocument">Whether the document names that group.</param>
/// <param name="AreRoles">Whether roles are named, since the folder assigns none.</param>
/// <param name="Steps">The steps in their order.</param>
internal sealed record KeyStory(
    ResourceId Group,
    bool IsOfDocument,
    bool AreRoles,
    ImmutableArray<(Prerequisite Step, ImmutableArray<string> Who)> Steps)
{
    private static readonly PrincipalId Somebody =
        PrincipalId.Read("00000000-0000-0000-0000-000000000001").Expect();

    public static KeyStory Of(WorkspaceConfiguration workspace, TourInputs inputs, RuleSet rules)
    {
        var own = GroupOf(workspace.Id);
        var group = own
            ?? inputs.Workspaces.Select(GroupOf).FirstOrDefault(found => found is not null)
            ?? ResourceId.ForResourceGroup("00000000-0000-0000-0000-000000000000", "workspace");
        var facts = new CustomerKeyFacts(
            Key: KeyOf(workspace), IsEnterprise: workspace.Edition is { } edition ? edition == Edition.Enterprise : null);
        var plan = CustomerKeyPlan.Of(group, workspace.Region, facts, rules);
        var areRoles = inputs.Policy.Assignments.IsEmpty;
        var candidates = areRoles ? Roles(group, inputs.Policy.Rules) : People(inputs);
        return new KeyStory(
            group,
            own is not null,
            areRoles,
            [.. plan.Steps.Select(step => (step, WhoMay(step, candidates)))]);
    }

    private static ImmutableArray<string> WhoMay(
        Prerequisite step, IEnumerable<(string Name, AccessPolicy Policy, Principal Principal)> candidates) =>
    [
        .. candidates
            .Where(one => step.WhetherMayBeDoneBy(one.Policy, one.Principal) is { IsEmpty: false } decisions
                && decisions.All(decision => decision.IsAllowed))
            .Select(one => one.Name),
    ];

    private static ImmutableArray<(string Name, AccessPolicy Policy, Principal Principal)> People(TourInputs inputs) =>
        [.. inputs.Principals.Select(one => (PrincipalLabel.Of(inputs, one), inputs.Policy, one))];

    private static ImmutableArray<(string Name, AccessPolicy Policy, Principal Principal)> Roles(
        ResourceId group, RuleSet rules) =>
    [
        .. RoleCatalogue.Under(rules).Select(role => (
            role.Name ?? "a role without name",
            AccessPolicy
                .Create([role], [new RoleAssignment("a", Somebody, new RoleReference(role.Id!), group.Parent!)])
                .Under(rules),
            Principal.User(Somebody))),
    ];

    private static ResourceId? GroupOf(ResourceId? id) =>
        id?.Ancestors().FirstOrDefault(above => above.Level == ScopeLevel.ResourceGroup);

    private static CustomerManagedKey? KeyOf(WorkspaceConfiguration workspace)
    {
        var given = workspace.Resource.Properties["encryption"]["keyVaultProperties"];
        return KeyIdentifier.Read(given["keyIdentifier"].AsText).TryPickT0(out var key, out _)
            && ResourceId.Read(given["keyVaultArmId"].AsText, Strictness.Lenient).TryPickT0(out var vault, out _)
                ? new CustomerManagedKey(key, vault)
                : null;
    }
}
