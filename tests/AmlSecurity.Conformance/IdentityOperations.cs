using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Conformance;

/// <summary>The operations on the identity and the support applications of workspaces.</summary>
internal static class IdentityOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("identity.grants", ListGrants),
        new("identity.supportApps", ListSupportApplications),
    ];

    private static JsonObject ListGrants(Arguments request)
    {
        var created = AssociatedResources.Create(
            Id(request, "workspace"),
            Id(request, "storage"),
            Id(request, "keyVault"),
            request.OptionalText("containerRegistry") is null ? null : Id(request, "containerRegistry"));
        if (!created.TryPickT0(out var resources, out var fault))
        {
            var member = MemberOf(fault.Resource);
            throw request.Malformed(member, request.Text(member), fault);
        }

        var identity = WorkspaceIdentity.Of(resources);
        return new JsonObject
        {
            ["identity"] = identity.Name,
            ["grants"] = new JsonArray([.. identity.Grants.Select(grant => new JsonObject
            {
                ["scope"] = grant.Scope!.Text,
                ["role"] = grant.RoleName,
                ["rule"] = grant.Rule.Text,
                ["kind"] = JsonNamingPolicy.CamelCase.ConvertName(grant.Kind.ToString()),
            })]),
        }.WithTexts("pending", identity.Table.Where(grant => grant.IsPending).Select(grant => grant.Rule.Text));
    }

    private static JsonObject ListSupportApplications(Arguments request)
    {
        var applications = SupportApplication.ForAll(request.Objects("workspaces").Select(workspace =>
            KeyValuePair.Create(SubscriptionOf(workspace), RegionOf(workspace))));
        return new JsonObject
        {
            ["applications"] = new JsonArray([.. applications.Select(application => new JsonObject
            {
                ["subscription"] = application.Subscription.Canonical["/subscriptions/".Length..],
                ["region"] = application.Region.Name,
                ["scope"] = application.Subscription.Canonical,
                ["role"] = SupportApplication.Role.Name,
            })]),
        }.WithTexts("namePrefixes", SupportApplication.NamePrefixes);
    }

    private static ResourceId Id(Arguments request, string member)
    {
        var text = request.Text(member);
        return ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var id, out var fault)
            ? id
            : throw request.Malformed(member, text, fault);
    }

    // A subscription is one segment, so that whatever else the text holds is a fault and not part of a longer id.
    private static ResourceId SubscriptionOf(Arguments workspace)
    {
        var text = workspace.Text("subscription");
        if (!ResourceId.Read($"/subscriptions/{text}", Strictness.Lenient).TryPickT0(out var id, out var fault))
        {
            throw workspace.Malformed("subscription", text, fault);
        }

        return id.Level == ScopeLevel.Subscription && id.Text.Length == "/subscriptions/".Length + text.Length
            ? id
            : throw workspace.Malformed("subscription", text, "it is not the name of a subscription");
    }

    private static Region RegionOf(Arguments workspace)
    {
        var text = workspace.Text("region");
        return Region.Read(text).TryPickT0(out var region, out var fault)
            ? region
            : throw workspace.Malformed("region", text, fault);
    }

    private static string MemberOf(GrantedResource resource) => resource switch
    {
        GrantedResource.StorageAccount => "storage",
        _ => JsonNamingPolicy.CamelCase.ConvertName(resource.ToString()),
    };
}
