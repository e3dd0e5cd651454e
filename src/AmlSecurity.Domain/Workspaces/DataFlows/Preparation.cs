using System.Collections.Immutable;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using static AmlSecurity.Domain.Workspaces.DataAtRest.StoreKind;
using static AmlSecurity.Domain.Workspaces.DataFlows.PreparationStep;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>In which order a compute target is prepared, and what each part of that touches.</summary>
internal static class Preparation
{
    public static bool IsManaged(TrainingTarget target) => target == TrainingTarget.ManagedCompute;

    public static DataFlowStep StepFor(TrainingTarget target) =>
        IsManaged(target) ? FlowSteps.RunManaged : FlowSteps.RunUnmanaged;

    // Nobody has to reach the machine on which the user sits.
    public static StepCredential CredentialFor(TrainingTarget target) =>
        target == TrainingTarget.Local ? StepCredential.None : StepFor(target).Credential;

    /// <summary>Finds out why a part does not come next.</summary>
    /// <returns>The refusal; null if it does.</returns>
    public static FlowRefusal? Refuse(TrainingTarget target, PreparationStep? done, PreparationStep next)
    {
        var rule = StepFor(target).Rule;
        if (IsManaged(target) != next is BuildImage or WriteManagementCode)
        {
            return StepGuard.Against(
                rule, $"{(IsManaged(target) ? "managed" : "unmanaged")} compute is prepared otherwise");
        }

        if (target == TrainingTarget.HDInsight && next == PrepareEnvironmentInDocker)
        {
            return StepGuard.Against(DataFlowRules.UnmanagedTargets, "HDInsight takes no Docker here");
        }

        var follows = (done, next) switch
        {
            (null, PrepareEnvironment or PrepareEnvironmentInDocker) => true,
            (PrepareEnvironment or PrepareEnvironmentInDocker, DownloadCode) => true,
            (DownloadCode, SetConfiguration) => true,
            (null, BuildImage) => true,
            (null or BuildImage, WriteManagementCode) => true,
            _ => false,
        };
        return follows ? null : StepGuard.Against(rule, "the target is not prepared in this order");
    }

    /// <summary>Finds out why the scripts do not start yet.</summary>
    /// <returns>The refusal; null if the target is prepared.</returns>
    public static FlowRefusal? RefuseStart(TrainingTarget target, PreparationStep? done) =>
        done is SetConfiguration or WriteManagementCode
            ? null
            : StepGuard.Against(StepFor(target).Rule, "the target is not prepared");

    public static ImmutableArray<StoreKind> ReadsOf(TrainingTarget target, PreparationStep part) => part switch
    {
        PrepareEnvironment or PrepareEnvironmentInDocker when target != TrainingTarget.Local => [MicrosoftVault],
        DownloadCode => [WorkspaceBlobs],
        SetConfiguration or BuildImage or WriteManagementCode => [WorkspaceVault],
        _ => [],
    };

    public static ImmutableArray<StoreKind> WritesOf(PreparationStep part) => part switch
    {
        BuildImage => [StoreKind.ContainerRegistry],
        WriteManagementCode => [WorkspaceFiles],
        _ => [],
    };

    public static ImmutableArray<StoreKind> ReadsOfStart(TrainingTarget target) => IsManaged(target)
        ? [StoreKind.ContainerRegistry, WorkspaceBlobs, TrainingStorage]
        : [TrainingStorage];

    public static ImmutableArray<StoreKind> WritesOfStart(TrainingTarget target) => IsManaged(target)
        ? [WorkspaceBlobs, ComputeOsDisk, ComputeTemporaryDisk]
        : [WorkspaceBlobs];
}
