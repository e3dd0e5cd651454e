using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The operations of Azure Machine Learning that the model speaks of (section 1.12 of the rules), as typed
/// constants.</summary>
public static class MlActions
{
    private const string Workspaces = "Microsoft.MachineLearningServices/workspaces/";

    /// <summary>Gets the operation that reads a workspace, and with it the token of its web services.</summary>
    public static ActionName ReadWorkspace { get; } = ActionName.Of(Workspaces + "read");

    /// <summary>Gets the operation that creates, changes or upgrades a workspace.</summary>
    public static ActionName WriteWorkspace { get; } = ActionName.Of(Workspaces + "write");

    /// <summary>Gets the operation that deletes a workspace.</summary>
    public static ActionName DeleteWorkspace { get; } = ActionName.Of(Workspaces + "delete");

    /// <summary>Gets the operation that makes the workspace take up new storage keys.</summary>
    public static ActionName ResyncKeys { get; } = ActionName.Of(Workspaces + "resyncKeys/action");

    /// <summary>Gets the operation that assigns a role; it is not of the machine-learning provider.</summary>
    public static ActionName AssignRole { get; } = ActionName.Of("Microsoft.Authorization/roleAssignments/write");

    /// <summary>Gets the operation that creates or attaches a compute target.</summary>
    public static ActionName WriteCompute { get; } = ActionName.Of(Workspaces + "computes/write");

    /// <summary>Gets the operation that deletes or detaches a compute target.</summary>
    public static ActionName DeleteCompute { get; } = ActionName.Of(Workspaces + "computes/delete");

    /// <summary>Gets the operation that attaches a datastore.</summary>
    public static ActionName WriteDatastore { get; } = ActionName.Of(Workspaces + "datastores/write");

    /// <summary>Gets the operation that submits a run.</summary>
    public static ActionName SubmitRun { get; } = ActionName.Of(Workspaces + "experiments/runs/submit/action");

    /// <summary>Gets the operation that creates or changes a run.</summary>
    public static ActionName WriteRun { get; } = ActionName.Of(Workspaces + "experiments/runs/write");

    /// <summary>Gets the operation that reads runs and metrics.</summary>
    public static ActionName ReadRun { get; } = ActionName.Of(Workspaces + "experiments/runs/read");

    /// <summary>Gets the operation that stores a snapshot of source code.</summary>
    public static ActionName WriteSnapshot { get; } = ActionName.Of(Workspaces + "metadata/snapshots/write");

    /// <summary>Gets the operation that registers a model.</summary>
    public static ActionName WriteModel { get; } = ActionName.Of(Workspaces + "models/write");

    /// <summary>Gets the operation that reads models and images.</summary>
    public static ActionName ReadModel { get; } = ActionName.Of(Workspaces + "models/read");

    /// <summary>Gets the operation that packages a model into an image.</summary>
    public static ActionName PackageModel { get; } = ActionName.Of(Workspaces + "models/package/action");

    /// <summary>Gets the operation that builds an environment.</summary>
    public static ActionName BuildEnvironment { get; } = ActionName.Of(Workspaces + "environments/build/action");

    /// <summary>Gets the operation that deploys to Azure Container Instances.</summary>
    public static ActionName WriteAciService { get; } = ActionName.Of(Workspaces + "services/aci/write");

    /// <summary>Gets the operation that deploys to Azure Kubernetes Service.</summary>
    public static ActionName WriteAksService { get; } = ActionName.Of(Workspaces + "services/aks/write");

    /// <summary>Gets the operation that calls a service on Azure Kubernetes Service.</summary>
    public static ActionName ScoreAksService { get; } = ActionName.Of(Workspaces + "services/aks/score/action");

    /// <summary>Gets the operation that lists the keys of a service on Azure Kubernetes Service.</summary>
    public static ActionName ListAksServiceKeys { get; } = ActionName.Of(Workspaces + "services/aks/listkeys/action");

    /// <summary>Gets all of them in their order here. It stands last, because the others are set first.</summary>
    internal static ImmutableArray<ActionName> All { get; } =
    [
        ReadWorkspace, WriteWorkspace, DeleteWorkspace, ResyncKeys, AssignRole, WriteCompute, DeleteCompute,
        WriteDatastore, SubmitRun, WriteRun, ReadRun, WriteSnapshot, WriteModel, ReadModel, PackageModel,
        BuildEnvironment, WriteAciService, WriteAksService, ScoreAksService, ListAksServiceKeys,
    ];
}
