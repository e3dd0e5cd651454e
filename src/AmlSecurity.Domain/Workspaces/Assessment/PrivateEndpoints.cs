using System.Collections.Immutable;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Finds the private endpoints of a resource: those of the network that connect to it, and those that the
/// resource itself lists.</summary>
internal static class PrivateEndpoints
{
    private static readonly ImmutableArray<string> Connections =
        ["privateLinkServiceConnections", "manualPrivateLinkServiceConnections"];

    /// <summary>Sums up whether a resource has private link.</summary>
    /// <param name="estate">All resources.</param>
    /// <param name="isTarget">Whether the properties of a connection name the resource; null if that is not
    /// known.</param>
    /// <param name="declared">The resource itself, if it is declared.</param>
    /// <returns>Private link, none, or null if that is not known, each with the place that says so.</returns>
    public static Attached Of(
        Estate estate, Func<ConfigurationNode, bool?> isTarget, ConfigurationResource? declared)
    {
        var found = Attached.None;
        foreach (var endpoint in estate.OfType(Estate.EndpointType))
        {
            foreach (var list in Connections.Select(name => endpoint.Properties[name]))
            {
                found = found.And(Through(endpoint, list, isTarget));
            }
        }

        return declared is null ? found : found.And(Listed(declared)).And(Declared(estate, declared));
    }

    /// <summary>Reads the state of a connection.</summary>
    public static NetworkAttachment? StateOf(ConfigurationNode status) => status switch
    {
        { AsText: { } text } when Enum.TryParse<PrivateEndpointStatus>(text, ignoreCase: true, out var state)
            && Enum.IsDefined(state) => NetworkAttachments.Of(state),
        { IsUnresolved: true } or { IsKnown: true } => null,

        // A template that makes a connection says nothing of its state, and a pending one counts (DEC-17).
        _ => NetworkAttachment.PrivateLink,
    };

    private static Attached Through(
        ConfigurationResource endpoint, ConfigurationNode list, Func<ConfigurationNode, bool?> isTarget)
    {
        if (list.IsUnresolved)
        {
            return new Attached(null, list);
        }

        var found = Attached.None;
        foreach (var connection in list.Items)
        {
            var properties = connection["properties"];
            var state = isTarget(properties) switch
            {
                true when endpoint.Condition == true =>
                    StateOf(properties["privateLinkServiceConnectionState"]["status"]),
                false => NetworkAttachment.None,
                _ => null,
            };
            found = found.And(new Attached(state, properties["privateLinkServiceId"]));
        }

        return found;
    }

    // The connections of a resource may be resources below it.
    private static Attached Declared(Estate estate, ConfigurationResource declared) => estate
        .ChildrenOf(declared, $"{declared.Type}/privateEndpointConnections")
        .Aggregate(
            Attached.None,
            (found, connection) => found.And(new Attached(
                connection.Condition == true
                    ? StateOf(connection.Properties["privateLinkServiceConnectionState"]["status"])
                    : null,
                connection.Properties)));

    private static Attached Listed(ConfigurationResource declared)
    {
        var list = declared.Properties["privateEndpointConnections"];
        if (list.IsUnresolved)
        {
            return new Attached(null, list);
        }

        return list.Items.Aggregate(
            Attached.None,
            (found, connection) => found.And(new Attached(
                StateOf(connection["properties"]["privateLinkServiceConnectionState"]["status"]), connection)));
    }
}
