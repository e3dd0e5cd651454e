using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>The application by which Azure Machine Learning helps to manage compute in one region of a subscription
/// (IDENT-12 to IDENT-15).</summary>
/// <remarks>
/// One for a distinct subscription and region, however many workspaces there are, with Contributor on the whole
/// subscription (DEC-19). Equal by subscription, ignoring case, and region; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record SupportApplication
{
    private SupportApplication(ResourceId subscription, Region region)
    {
        Subscription = subscription;
        Region = region;
    }

    /// <summary>Gets what the names of these applications begin with (IDENT-13).</summary>
    public static ImmutableArray<string> NamePrefixes { get; } = ["aml-", "Microsoft-AzureML-Support-App-"];

    /// <summary>Gets the rule that says how many there are, and what they may do.</summary>
    public static RuleId Rule => IdentityRules.SupportApplication;

    /// <summary>Gets the role that each of them has.</summary>
    public static RoleReference Role => IdentityRoles.Contributor;

    /// <summary>Gets the subscription that it has access to.</summary>
    public ResourceId Subscription { get; }

    /// <summary>Gets the region of the workspaces that it is for.</summary>
    public Region Region { get; }

    /// <summary>Gets the application for a workspace.</summary>
    /// <param name="workspace">The id of the workspace, or any other in its subscription.</param>
    /// <param name="region">The region of the workspace.</param>
    /// <returns>The application.</returns>
    /// <exception cref="ArgumentException">The id is in no subscription.</exception>
    public static SupportApplication For(ResourceId workspace, Region region)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(region);
        var subscription = workspace.Ancestors().Prepend(workspace)
            .FirstOrDefault(above => above.Level == ScopeLevel.Subscription);
        return subscription is null
            ? throw new ArgumentException("the id is in no subscription", nameof(workspace))
            : new SupportApplication(subscription, region);
    }

    /// <summary>Lists the applications for several workspaces.</summary>
    /// <param name="workspaces">The ids of the workspaces with their regions.</param>
    /// <returns>The applications, each once, in the order in which they are first needed.</returns>
    /// <exception cref="ArgumentException">An id is in no subscription.</exception>
    public static ImmutableArray<SupportApplication> ForAll(
        IEnumerable<KeyValuePair<ResourceId, Region>> workspaces)
    {
        ArgumentNullException.ThrowIfNull(workspaces);
        return [.. workspaces.Select(workspace => For(workspace.Key, workspace.Value)).Distinct()];
    }

    /// <summary>Determines whether a display name is one that such an application could have.</summary>
    /// <param name="displayName">The name, in any case; null if there is none.</param>
    /// <returns><see langword="true"/> if it begins so. Anybody may call an application so: it is a hint, no
    /// proof.</returns>
    public static bool MayBeCalled(string? displayName) =>
        displayName is not null
        && NamePrefixes.Any(prefix => displayName.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes the role assignment that gives it its access.</summary>
    /// <param name="application">The object id of its service principal.</param>
    /// <returns>The assignment, with an id that follows from what it says.</returns>
    public RoleAssignment ToAssignment(PrincipalId application)
    {
        ArgumentNullException.ThrowIfNull(application);
        return new RoleAssignment(
            DerivedAssignmentId.Of(Subscription, Role.Id!.Name, application),
            application,
            Role,
            Subscription,
            PrincipalKind: PrincipalKind.ServicePrincipal);
    }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Region and subscription.</returns>
    public override string ToString() => $"support application for {Region} in {Plaintext.Quote(Subscription.Text)}";
}
