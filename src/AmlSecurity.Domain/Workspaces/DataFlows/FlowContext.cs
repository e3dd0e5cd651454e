using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What every step of a data flow is about: the workspace, the rules of the date, and how records name
/// it.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record FlowContext
{
    private const string WorkspaceType = "Microsoft.MachineLearningServices/workspaces";

    /// <summary>Creates a context.</summary>
    /// <param name="workspace">The workspace, also one that is still to be created.</param>
    /// <param name="rules">The rules of the date, by which an operation is logged or not.</param>
    /// <exception cref="ArgumentException">The id is not that of a workspace in a resource group.</exception>
    public FlowContext(ResourceId workspace, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(rules);
        if (!string.Equals(workspace.ResourceType, WorkspaceType, StringComparison.OrdinalIgnoreCase)
            || workspace.Parent is null)
        {
            throw new ArgumentException("it is not the id of a workspace", nameof(workspace));
        }

        Workspace = workspace;
        Rules = rules;
    }

    /// <summary>Gets which workspace it is.</summary>
    public ResourceId Workspace { get; }

    /// <summary>Gets the rules of the date.</summary>
    public RuleSet Rules { get; }

    /// <summary>Gets the managed identity of the workspace (IDENT-01); null if it is not known, and then records name
    /// nobody for what it does.</summary>
    public Principal? Identity { get; init; }

    /// <summary>Gets a value indicating whether the workspace has an instance of Cosmos DB of its own
    /// (ENC-13).</summary>
    public bool HasDedicatedCosmosDb { get; init; }

    /// <summary>Gets what joins the records of the flow, 1 to 128 characters; null if nothing does.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Gets who tells the records, 1 to 128 characters.</summary>
    public string Source
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = "azureMachineLearning";

    internal StoreKind CosmosDb => HasDedicatedCosmosDb ? StoreKind.DedicatedCosmosDb : StoreKind.SharedCosmosDb;

    internal ResourceId ResourceGroup => Workspace.Parent!;

    /// <summary>Names something in the workspace, for a record.</summary>
    internal string NameOf(string kind, object name) => $"{Workspace.Text}/{kind}/{name}";
}
