using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>A category of resource logs that tells of an operation, and on which dates.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Category">The category.</param>
/// <param name="Holds">The dates.</param>
/// <remarks>The three of 2020 tell what managed compute does, not who asked for it. Those after it have a column for
/// the identity. That a category tells of an operation follows from their names.</remarks>
internal sealed record ResourceLogRow(ActionName Operation, string Category, EffectivePeriod Holds)
{
    private static readonly EffectivePeriod Later = new(SourcePages.Of2020.Until!.Value);

    public static ImmutableArray<ResourceLogRow> All { get; } =
    [
        new(MlActions.SubmitRun, "AmlComputeJobEvents", SourcePages.Of2020),
        new(MlActions.WriteCompute, "AmlComputeClusterEvents", SourcePages.Of2020),
        new(MlActions.WriteCompute, "AmlComputeClusterNodeEvents", SourcePages.Of2020),
        new(MlActions.DeleteCompute, "AmlComputeClusterEvents", SourcePages.Of2020),
        new(MlActions.SubmitRun, "AmlRunStatusChangedEvent", Later),
        new(MlActions.SubmitRun, "AmlComputeJobEvent", Later),
        new(MlActions.WriteRun, "RunEvent", Later),
        new(MlActions.ReadRun, "RunReadEvent", Later),
        new(MlActions.WriteModel, "ModelsChangeEvent", Later),
        new(MlActions.ReadModel, "ModelsReadEvent", Later),
        new(MlActions.PackageModel, "ModelsActionEvent", Later),
        new(MlActions.BuildEnvironment, "EnvironmentChangeEvent", Later),
        new(MlActions.WriteDatastore, "DataStoreChangeEvent", Later),
        new(MlActions.WriteAciService, "DeploymentEventACI", Later),
        new(MlActions.WriteAksService, "DeploymentEventAKS", Later),
        new(MlActions.ScoreAksService, "InferencingOperationAKS", Later),
        new(MlActions.WriteCompute, "AmlComputeClusterEvent", Later),
        new(MlActions.DeleteCompute, "AmlComputeClusterEvent", Later),
    ];
}
