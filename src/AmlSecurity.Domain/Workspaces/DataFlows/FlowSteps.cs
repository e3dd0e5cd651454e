using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="DataFlowSteps"/> by name, for the flows.</summary>
internal static class FlowSteps
{
    public static DataFlowStep SignIn { get; } = Named("sign in");

    public static DataFlowStep AskForWorkspace { get; } = Named("ask for a workspace");

    public static DataFlowStep HandOver { get; } = Named("hand over to the resource provider");

    public static DataFlowStep MakeResources { get; } = Named("make vault, storage, registry and telemetry");

    public static DataFlowStep AddCompute { get; } = Named("add a compute target");

    public static DataFlowStep GatherScripts { get; } = Named("gather the scripts");

    public static DataFlowStep KeepScripts { get; } = Named("keep the scripts in storage");

    public static DataFlowStep TakeSnapshot { get; } = Named("take a snapshot");

    public static DataFlowStep SubmitRun { get; } = Named("submit a run");

    public static DataFlowStep MakeToken { get; } = Named("make run id and token");

    public static DataFlowStep ChooseTarget { get; } = Named("choose the target");

    public static DataFlowStep RunUnmanaged { get; } = Named("run on unmanaged compute");

    public static DataFlowStep RunManaged { get; } = Named("run on managed compute");

    public static DataFlowStep WriteMetrics { get; } = Named("write metrics");

    public static DataFlowStep ReadMetrics { get; } = Named("read metrics");

    public static DataFlowStep RegisterModel { get; } = Named("register a model");

    public static DataFlowStep CreateImage { get; } = Named("create an image");

    public static DataFlowStep StoreImage { get; } = Named("store the image");

    public static DataFlowStep ScoreOnKubernetes { get; } = Named("score on Azure Kubernetes Service");

    public static DataFlowStep SendTelemetry { get; } = Named("send telemetry");

    public static DataFlowStep Deploy(HostingTarget target) =>
        target == HostingTarget.KubernetesService ? DeployToKubernetes : DeployToInstances;

    public static DataFlowStep Score(HostingTarget target) =>
        target == HostingTarget.KubernetesService ? ScoreOnKubernetes : ScoreOnInstances;

    private static DataFlowStep DeployToInstances { get; } = Named("deploy to Azure Container Instances");

    private static DataFlowStep DeployToKubernetes { get; } = Named("deploy to Azure Kubernetes Service");

    private static DataFlowStep ScoreOnInstances { get; } = Named("score on Azure Container Instances");

    private static DataFlowStep Named(string name) => DataFlowSteps.All.Single(step => step.Name == name);
}
