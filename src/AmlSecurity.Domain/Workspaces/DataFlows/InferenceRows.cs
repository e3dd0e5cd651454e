using AmlSecurity.Domain.Flows;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceEvent;
using static AmlSecurity.Domain.Workspaces.DataFlows.InferenceState;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>The rows of <see cref="Inference"/>.</summary>
internal static class InferenceRows
{
    private const string NoModelYet = "no model is registered";
    private const string HasModel = "a model is registered";
    private const string NoImage = "there is no image";
    private const string HasImage = "there is an image";
    private const string NotStored = "the image is not in the registry";
    private const string InRegistry = "the image is in the registry";
    private const string NotDeployed = "no service is deployed";
    private const string Runs = "the service is deployed";

    public static FlowTable<InferenceState, InferenceEvent, DataFlowEffect> Build()
    {
        var builder = new FlowTableBuilder<InferenceState, InferenceEvent, DataFlowEffect>(
            "Inference",
            [typeof(NoModel), typeof(WithModel), typeof(WithImage), typeof(ImageStored), typeof(Deployed)],
            [
                typeof(ModelRegistered), typeof(ImageCreated), typeof(ImageKept), typeof(ServiceDeployed),
                typeof(ServiceUpdated), typeof(AuthenticationChanged), typeof(ServiceCalled), typeof(TelemetrySent),
            ])
            .On<NoModel, ModelRegistered>(
                FlowSteps.RegisterModel.Rule,
                "registers the model, for whoever may",
                [typeof(WithModel)],
                InferenceMoves.Register)
            .Refuse<NoModel, ImageCreated>(FlowSteps.RegisterModel.Rule, NoModelYet)
            .Refuse<NoModel, ImageKept>(FlowSteps.RegisterModel.Rule, NoModelYet)
            .Refuse<NoModel, ServiceDeployed>(FlowSteps.RegisterModel.Rule, NoModelYet);
        RefuseUntilDeployed<NoModel>(builder)
            .Refuse<WithModel, ModelRegistered>(FlowSteps.RegisterModel.Rule, HasModel)
            .On<WithModel, ImageCreated>(
                FlowSteps.CreateImage.Rule,
                "makes an image of the model, for whoever may",
                [typeof(WithImage)],
                InferenceMoves.CreateImage)
            .Refuse<WithModel, ImageKept>(FlowSteps.CreateImage.Rule, NoImage)
            .Refuse<WithModel, ServiceDeployed>(FlowSteps.CreateImage.Rule, NoImage);
        RefuseUntilDeployed<WithModel>(builder)
            .Refuse<WithImage, ModelRegistered>(FlowSteps.RegisterModel.Rule, HasModel)
            .Refuse<WithImage, ImageCreated>(FlowSteps.CreateImage.Rule, HasImage)
            .On<WithImage, ImageKept>(
                FlowSteps.StoreImage.Rule,
                "puts the image into the registry",
                [typeof(ImageStored)],
                InferenceMoves.Store)
            .Refuse<WithImage, ServiceDeployed>(FlowSteps.StoreImage.Rule, NotStored);
        RefuseUntilDeployed<WithImage>(builder)
            .Refuse<ImageStored, ModelRegistered>(FlowSteps.RegisterModel.Rule, HasModel)
            .Refuse<ImageStored, ImageCreated>(FlowSteps.CreateImage.Rule, HasImage)
            .Refuse<ImageStored, ImageKept>(FlowSteps.StoreImage.Rule, InRegistry)
            .On<ImageStored, ServiceDeployed>(
                ServiceMoves.DeployRule,
                "deploys the image, for whoever may, to Container Instances or Kubernetes Service",
                [typeof(Deployed)],
                ServiceMoves.Deploy);
        return RefuseUntilDeployed<ImageStored>(builder)
            .Refuse<Deployed, ModelRegistered>(ServiceMoves.DeployRule, Runs)
            .Refuse<Deployed, ImageCreated>(ServiceMoves.DeployRule, Runs)
            .Refuse<Deployed, ImageKept>(ServiceMoves.DeployRule, Runs)
            .Refuse<Deployed, ServiceDeployed>(ServiceMoves.DeployRule, Runs)
            .On<Deployed, ServiceUpdated>(
                ServiceMoves.DeployRule,
                "deploys another image to the service, for whoever may",
                [typeof(Deployed)],
                ServiceMoves.Update)
            .On<Deployed, AuthenticationChanged>(
                ServiceMoves.DeployRule,
                "changes how the service is called, for whoever may deploy",
                [typeof(Deployed)],
                ServiceMoves.ChangeAuthentication)
            .On<Deployed, ServiceCalled>(
                ServiceMoves.ScoreRule,
                "answers whoever may call, with what the service takes; logs details where that is enabled",
                [typeof(Deployed)],
                ServiceMoves.Call)
            .On<Deployed, TelemetrySent>(
                FlowSteps.SendTelemetry.Rule, "sends telemetry", [typeof(Deployed)], ServiceMoves.SendTelemetry)
            .Build();
    }

    private static FlowTableBuilder<InferenceState, InferenceEvent, DataFlowEffect> RefuseUntilDeployed<TState>(
        FlowTableBuilder<InferenceState, InferenceEvent, DataFlowEffect> builder)
        where TState : InferenceState => builder
        .Refuse<TState, ServiceUpdated>(ServiceMoves.DeployRule, NotDeployed)
        .Refuse<TState, AuthenticationChanged>(ServiceMoves.DeployRule, NotDeployed)
        .Refuse<TState, ServiceCalled>(ServiceMoves.DeployRule, NotDeployed)
        .Refuse<TState, TelemetrySent>(ServiceMoves.DeployRule, NotDeployed);
}
