using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using NodaTime;
using Story = AmlSecurity.Tour.Callers.FlowStory<
    AmlSecurity.Domain.Authentication.RunState,
    AmlSecurity.Domain.Authentication.RunEvent,
    AmlSecurity.Domain.Authentication.RunEffect>;

namespace AmlSecurity.Tour.Callers;

/// <summary>A run is submitted, works and is closed.</summary>
internal static class RunStory
{
    private const string Group =
        "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/"
        + "Microsoft.MachineLearningServices/workspaces/";

    private static readonly AccessPolicy Access = AccessPolicy.Read(
        """
        [{ "Name": "Data Scientist", "IsCustom": true, "Actions": ["Microsoft.MachineLearningServices/workspaces/*"],
           "NotActions": ["Microsoft.MachineLearningServices/workspaces/delete"],
           "AssignableScopes": ["/subscriptions/11111111-1111-1111-1111-111111111111"] }]
        """u8,
        """
        [{ "id": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001", "principalType": "User",
           "roleDefinitionName": "Data Scientist",
           "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" }]
        """u8).Expect();

    private static readonly Principal Alice =
        Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect());

    public static ResourceId Workspace { get; } = ResourceId.Read(Group + "churn").Expect();

    /// <summary>Gets whether the submitter may read the workspace.</summary>
    public static AccessDecision MayRead =>
        Access.Decide(AccessRequest.Control(Alice, MlActions.ReadWorkspace, Workspace));

    public static ImmutableArray<FlowLine> Tell()
    {
        var tooMuch = Submit(MlActions.WriteRun, MlActions.DeleteWorkspace).AsT1;
        var submitted = Submit(MlActions.WriteRun, MlActions.WriteModel).AsT0;
        var story = new Story(submitted.Next, (state, e) => state.Apply(e));
        story.Tell("a token of one hour", Minted(1, 60));
        story.Tell("starts", new RunEvent.Started(Story.At(2)));
        story.Tell("calls its workspace", new RunEvent.CalledBack(Workspace, Story.At(10)));
        story.Tell(
            "calls another workspace",
            new RunEvent.CalledBack(ResourceId.Read(Group + "fraud").Expect(), Story.At(11)));
        story.Tell("the deadline of the token comes", new RunEvent.TimePassed(Story.At(60)));
        story.Tell("a token past the longest run", Minted(60, 24 * 60));
        story.Tell("a newer token", Minted(60, 60));
        story.Tell("its scripts end", new RunEvent.Completed(Story.At(90)));
        story.Tell("calls for the last time", new RunEvent.FinalCallback(Workspace, Story.At(95)));
        story.Tell("calls once more", new RunEvent.CalledBack(Workspace, Story.At(96)));
        return
        [
            new FlowLine(Duration.Zero, "submitted with a permission too many", "-", $"refused: {tooMuch}"),
            FlowLine.Of<RunState, RunEffect>(Duration.Zero, "submitted", submitted.Next, submitted),
            .. story.Lines,
        ];
    }

    public static OneOf.OneOf<Domain.Flows.FlowStep<RunState, RunEffect>, RunRefusal> Submit(
        params ActionName[] permissions) => RunFlow.Submit(
            Access,
            new RunScope(RunId.Read("churn_1").Expect(), Workspace, Alice, permissions),
            new RunPolicy(Duration.FromHours(8), Duration.FromMinutes(10)),
            CallerStories.Start);

    private static RunEvent.TokenMinted Minted(int minutes, int length) =>
        new(new TokenLifetime(Story.At(minutes), Story.At(minutes + length)), Story.At(minutes));
}
