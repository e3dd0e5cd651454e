using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Regenerating the access keys of a workspace's storage account, as a flow (SYNC-01, SYNC-02).</summary>
/// <remarks>
/// An account has two keys. The workspace keeps to one of them, and so do its datastores, to the same or the other;
/// what nobody goes by can be replaced without harm. Safe for concurrent use.
/// </remarks>
public static class StorageKeyFlow
{
    /// <summary>Gets how long the workspace takes to follow by itself (SYNC-02).</summary>
    public static Duration WorkspaceFollowsAfter { get; } = Duration.FromHours(1);

    /// <summary>Gets the operation that replaces a key of a storage account.</summary>
    public static ActionName RegenerateKey { get; } =
        ActionName.Of("Microsoft.Storage/storageAccounts/regenerateKey/action");

    /// <summary>Gets the table of the flow.</summary>
    public static FlowTable<StorageKeyState, StorageKeyEvent, StorageKeyEffect> Table { get; } =
        StorageKeyRows.Build();

    /// <summary>Begins where workspace and datastores go by keys as they are.</summary>
    /// <param name="workspaceKey">The key that the workspace goes by.</param>
    /// <param name="datastoresKey">The key that its datastores go by.</param>
    /// <param name="at">When it is known to be so.</param>
    /// <returns>The first state.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such key.</exception>
    public static StorageKeyState Begin(StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at)
    {
        if (!Enum.IsDefined(workspaceKey))
        {
            throw new ArgumentOutOfRangeException(nameof(workspaceKey));
        }

        return Enum.IsDefined(datastoresKey)
            ? new StorageKeyState.InStep(workspaceKey, datastoresKey, at)
            : throw new ArgumentOutOfRangeException(nameof(datastoresKey));
    }

    /// <summary>Asks whether somebody may replace a key.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="resources">The workspace with its resources.</param>
    /// <returns>The question, on the storage account.</returns>
    public static AccessRequest AskToRegenerate(Principal principal, AssociatedResources resources)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(resources);
        return AccessRequest.Control(principal, RegenerateKey, resources.StorageAccount);
    }

    /// <summary>Asks whether somebody may resynchronise the keys of the workspace.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="resources">The workspace with its resources.</param>
    /// <returns>The question, on the workspace.</returns>
    public static AccessRequest AskToResync(Principal principal, AssociatedResources resources)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(resources);
        return AccessRequest.Control(principal, MlActions.ResyncKeys, resources.Workspace);
    }

    /// <summary>Asks whether somebody may register the datastores again.</summary>
    /// <param name="principal">Who.</param>
    /// <param name="resources">The workspace with its resources.</param>
    /// <returns>The question, on the workspace.</returns>
    public static AccessRequest AskToRegister(Principal principal, AssociatedResources resources)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(resources);
        return AccessRequest.Control(principal, MlActions.WriteDatastore, resources.Workspace);
    }
}
