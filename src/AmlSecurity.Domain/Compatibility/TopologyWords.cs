namespace AmlSecurity.Domain.Compatibility;

/// <summary>Names the parts of a topology for people.</summary>
internal static class TopologyWords
{
    public static string Of(TopologyElement element) => element switch
    {
        TopologyElement.CosmosDb => "Cosmos DB",
        TopologyElement.ApplicationInsights => "Application Insights",
        TopologyElement.WorkspacePrivateLink => "private link of the workspace",
        TopologyElement.CustomerManagedKey => "customer-managed key",
        _ => Plaintext.Words(element),
    };

    public static string Of(IEnumerable<TopologyElement> elements) => string.Join(", ", elements.Select(Of));
}
