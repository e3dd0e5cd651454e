using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Resources</c>.</summary>
internal static class ResourceOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("resourceId.parse", ParseResourceId),
        new("keyIdentifier.parse", ParseKeyIdentifier),
    ];

    private static JsonObject ParseResourceId(Arguments request)
    {
        var text = request.Text("text");
        if (!ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var id, out var fault))
        {
            throw request.Malformed("text", text, fault);
        }

        var parents = id.Ancestors().Where(above => above != ResourceId.Root);
        return new JsonObject { ["canonical"] = id.Canonical }
            .WithOptional("subscription", id.Subscription)
            .WithOptional("resourceGroup", id.ResourceGroup)
            .WithOptional("type", id.ResourceType)
            .WithOptional("name", id.Name)
            .WithTexts("parents", parents.Select(above => above.Canonical))
            .WithTexts("oddities", NamesOf(id.Oddities));
    }

    private static JsonObject ParseKeyIdentifier(Arguments request)
    {
        var text = request.Text("text");
        var use = request.OptionalChoice(
            "use",
            ("any", KeyIdentifierUse.Any),
            ("workspace", KeyIdentifierUse.Workspace),
            ("cosmos", KeyIdentifierUse.CosmosDb),
            ("aci", KeyIdentifierUse.ContainerInstance));
        if (!KeyIdentifier.Read(text, use).TryPickT0(out var key, out var fault))
        {
            throw request.Malformed("text", text, fault);
        }

        return new JsonObject { ["vault"] = key.Vault, ["name"] = key.Name }
            .WithOptional("version", key.Version)
            .WithOptional("vaultUrl", key.VaultUrl);
    }

    private static IEnumerable<string> NamesOf(ResourceIdOddities oddities) => Enum.GetValues<ResourceIdOddities>()
        .Where(oddity => oddity != ResourceIdOddities.None && oddities.HasFlag(oddity))
        .Select(oddity => JsonNamingPolicy.CamelCase.ConvertName(oddity.ToString()));
}
