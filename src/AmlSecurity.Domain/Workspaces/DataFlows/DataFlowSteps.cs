using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using static AmlSecurity.Domain.Workspaces.DataAtRest.StoreKind;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The steps of the five data flows, FLOW-01 to FLOW-21.</summary>
public static class DataFlowSteps
{
    private static readonly RuleId OnWorkspace = RuleId.Of("IDENT-03");
    private static readonly RuleId OnBlobs = RuleId.Of("IDENT-04");
    private static readonly RuleId OnVault = RuleId.Of("IDENT-05");
    private static readonly RuleId OnRegistry = RuleId.Of("IDENT-06");
    private static readonly RuleId OnGroup = RuleId.Of("IDENT-07");

    // Whichever of the two instances the workspace has.
    private static readonly ImmutableArray<StoreKind> CosmosDb = [SharedCosmosDb, StoreKind.DedicatedCosmosDb];

    /// <summary>Gets the steps in the order of the page; where it leaves a choice, each choice is a step.</summary>
    public static ImmutableArray<DataFlowStep> All { get; } =
    [
        new(DataFlow.CreateWorkspace, "FLOW-01", "sign in", StepActor.User, StepCredential.DirectorySignIn),
        new(DataFlow.CreateWorkspace, "FLOW-02", "ask for a workspace", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-03"),
            Action = MlActions.WriteWorkspace,
        },
        new(
            DataFlow.CreateWorkspace,
            "FLOW-03",
            "hand over to the resource provider",
            StepActor.ResourceManager,
            StepCredential.NotStated),
        new(
            DataFlow.CreateWorkspace,
            "FLOW-04",
            "make vault, storage, registry and telemetry",
            StepActor.Service,
            StepCredential.NotStated)
        {
            Creates =
                [WorkspaceVault, WorkspaceBlobs, WorkspaceFiles, StoreKind.ContainerRegistry, ApplicationInsights],
        },
        new(DataFlow.CreateWorkspace, "FLOW-05", "add a compute target", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-06"),
            Action = MlActions.WriteCompute,
            Grants = [OnWorkspace, OnGroup],
        },
        new(DataFlow.SaveSource, "FLOW-06", "gather the scripts", StepActor.User, StepCredential.None)
        {
            Writes = [LocalMachine],
        },
        new(DataFlow.SaveSource, "FLOW-07", "keep the scripts in storage", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-09"),
            Action = MlActions.WriteSnapshot,
            Reads = [LocalMachine, WorkspaceVault],
            Writes = [WorkspaceBlobs],
            Grants = [OnVault],
            StorageKeys = [StorageKeyHolder.Workspace],
        },
        new(DataFlow.SaveSource, "FLOW-08", "take a snapshot", StepActor.Service, StepCredential.ManagedIdentity)
        {
            Writes = [WorkspaceBlobs],
            Grants = [OnBlobs],
        },
        new(DataFlow.Training, "FLOW-09", "submit a run", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-09"),
            Action = MlActions.SubmitRun,
            Reads = [WorkspaceBlobs],
        },
        new(DataFlow.Training, "FLOW-10", "make run id and token", StepActor.Service, StepCredential.NotStated)
        {
            Writes = CosmosDb,
        },
        new(DataFlow.Training, "FLOW-11", "choose the target", StepActor.Service, StepCredential.NotStated),
        new(DataFlow.Training, "FLOW-12", "run on unmanaged compute", StepActor.Service, StepCredential.Ssh)
        {
            Reads = [MicrosoftVault, WorkspaceVault, WorkspaceBlobs, TrainingStorage],
            Writes = [WorkspaceBlobs],
            Grants = [OnBlobs, OnVault],
            StorageKeys = [StorageKeyHolder.Workspace, StorageKeyHolder.Datastores],
        },
        new(DataFlow.Training, "FLOW-13", "run on managed compute", StepActor.Service, StepCredential.ManagedIdentity)
        {
            Reads = [WorkspaceVault, WorkspaceBlobs, TrainingStorage, StoreKind.ContainerRegistry],
            Writes =
            [
                StoreKind.ContainerRegistry, WorkspaceFiles, WorkspaceBlobs, ComputeOsDisk, ComputeTemporaryDisk,
            ],
            Grants = [OnWorkspace, OnBlobs, OnVault, OnRegistry],
            StorageKeys = [StorageKeyHolder.Workspace, StorageKeyHolder.Datastores],
        },
        new(DataFlow.Metrics, "FLOW-14", "write metrics", StepActor.ComputeTarget, StepCredential.ServiceToken)
        {
            Writes = CosmosDb,
        },
        new(DataFlow.Metrics, "FLOW-15", "read metrics", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-10"),
            Action = MlActions.ReadRun,
            Reads = CosmosDb,
        },
        new(DataFlow.WebService, "FLOW-16", "register a model", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-11"),
            Action = MlActions.WriteModel,
            Reads = [WorkspaceBlobs],
            Writes = CosmosDb,
        },
        new(DataFlow.WebService, "FLOW-17", "create an image", StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-12"),
            Action = MlActions.PackageModel,
            Reads = [WorkspaceBlobs],
        },
        new(DataFlow.WebService, "FLOW-18", "store the image", StepActor.Service, StepCredential.ManagedIdentity)
        {
            Reads = [WorkspaceVault],
            Writes = [StoreKind.ContainerRegistry],
            Grants = [OnVault, OnRegistry],
        },
        Deploy("deploy to Azure Container Instances", ContainerInstance, "aci", MlActions.WriteAciService),
        Deploy("deploy to Azure Kubernetes Service", KubernetesDisks, "aks", MlActions.WriteAksService),
        Score("score on Azure Container Instances", ContainerInstance, action: null),
        Score("score on Azure Kubernetes Service", KubernetesDisks, MlActions.ScoreAksService),
        new(DataFlow.WebService, "FLOW-21", "send telemetry", StepActor.WebService, StepCredential.NotStated)
        {
            Writes = [Telemetry],
        },
    ];

    /// <summary>Lists the steps of one flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <returns>Its steps, in order.</returns>
    public static ImmutableArray<DataFlowStep> Of(DataFlow flow) => [.. All.Where(step => step.Flow == flow)];

    private static DataFlowStep Deploy(string name, StoreKind target, string way, ActionName action) =>
        new(DataFlow.WebService, "FLOW-19", name, StepActor.User, StepCredential.ArmToken)
        {
            Operation = Row("AUTHZ-13"),
            Action = action,
            Way = way,
            Reads = [StoreKind.ContainerRegistry, WorkspaceVault],
            Writes = [target],
            Grants = [OnGroup, OnVault, OnRegistry],
        };

    private static DataFlowStep Score(string name, StoreKind target, ActionName? action) =>
        new(DataFlow.WebService, "FLOW-20", name, StepActor.Caller, StepCredential.WebServiceCredential)
        {
            Operation = Row("AUTHZ-15"),
            Action = action,
            Reads = [target],
            Writes = [ApplicationInsights],
        };

    private static MlOperation Row(string rule) =>
        OperationMatrix.Operations.First(operation => operation.Rule.Text == rule);
}
