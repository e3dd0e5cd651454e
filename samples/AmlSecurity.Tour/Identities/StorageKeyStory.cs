using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Tour.Callers;
using Story = AmlSecurity.Tour.Callers.FlowStory<
    AmlSecurity.Domain.Workspaces.StorageKeyState,
    AmlSecurity.Domain.Workspaces.StorageKeyEvent,
    AmlSecurity.Domain.Workspaces.StorageKeyEffect>;

namespace AmlSecurity.Tour.Identities;

/// <summary>A storage key is replaced badly, and then well.</summary>
internal static class StorageKeyStory
{
    private const string Group = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml/providers/";

    private static readonly Principal Operator =
        Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect());

    private static readonly Principal Onlooker =
        Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000002").Expect());

    private static readonly AssociatedResources Resources = AssociatedResources.Create(
        ResourceId.Read(Group + "Microsoft.MachineLearningServices/workspaces/churn").Expect(),
        ResourceId.Read(Group + "Microsoft.Storage/storageAccounts/stchurn").Expect(),
        ResourceId.Read(Group + "Microsoft.KeyVault/vaults/kv-churn").Expect(),
        containerRegistry: null).Expect();

    private static readonly AccessPolicy Access = AccessPolicy.Read(
        """
        [{ "Name": "Operator", "IsCustom": true, "Actions": ["*"], "AssignableScopes":
           ["/subscriptions/11111111-1111-1111-1111-111111111111"] },
         { "Name": "Onlooker", "IsCustom": true, "Actions": ["*/read"], "AssignableScopes":
           ["/subscriptions/11111111-1111-1111-1111-111111111111"] }]
        """u8,
        """
        [{ "id": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001", "roleDefinitionName": "Operator",
           "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" },
         { "id": "a2", "principalId": "aaaaaaaa-0000-0000-0000-000000000002", "roleDefinitionName": "Onlooker",
           "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" }]
        """u8).Expect();

    public static ImmutableArray<FlowLine> Tell()
    {
        var story = new Story(
            StorageKeyFlow.Begin(StorageKeySlot.Primary, StorageKeySlot.Primary, CallerStories.Start),
            (state, e) => state.Apply(e));
        story.Tell("an onlooker replaces the primary key", Regenerate(Onlooker, StorageKeySlot.Primary, 0));
        story.Tell("an operator replaces it", Regenerate(Operator, StorageKeySlot.Primary, 1));
        story.Tell("a run reads a datastore", Accessed(StorageKeyHolder.Datastores, 2));
        story.Tell("the datastores are registered again", Register(StorageKeySlot.Primary, 5));
        story.Tell("the workspace saves a snapshot", Accessed(StorageKeyHolder.Workspace, 6));
        story.Tell("the hour is over", new StorageKeyEvent.TimePassed(Story.At(61)));
        story.Tell("the workspace saves a snapshot", Accessed(StorageKeyHolder.Workspace, 62));
        story.Tell("the secondary key is replaced, which nobody uses", Regenerate(Operator, StorageKeySlot.Secondary, 70));
        story.Tell("the datastores go over to it", Register(StorageKeySlot.Secondary, 71));
        story.Tell("the primary key is replaced", Regenerate(Operator, StorageKeySlot.Primary, 72));
        story.Tell("a run reads a datastore", Accessed(StorageKeyHolder.Datastores, 73));
        story.Tell("the keys are resynchronised", Resync(74));
        story.Tell("the workspace saves a snapshot", Accessed(StorageKeyHolder.Workspace, 75));
        return story.Lines;
    }

    private static StorageKeyEvent.KeyRegenerated Regenerate(Principal by, StorageKeySlot slot, int minutes) =>
        new(Access.Decide(StorageKeyFlow.AskToRegenerate(by, Resources)), slot, Story.At(minutes));

    private static StorageKeyEvent.DatastoresRegistered Register(StorageKeySlot slot, int minutes) =>
        new(Access.Decide(StorageKeyFlow.AskToRegister(Operator, Resources)), slot, Story.At(minutes));

    private static StorageKeyEvent.WorkspaceResynced Resync(int minutes) =>
        new(Access.Decide(StorageKeyFlow.AskToResync(Operator, Resources)), Story.At(minutes));

    private static StorageKeyEvent.StorageAccessed Accessed(StorageKeyHolder by, int minutes) =>
        new(by, Story.At(minutes));
}
