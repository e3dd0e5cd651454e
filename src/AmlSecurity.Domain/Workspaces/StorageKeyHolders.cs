using NodaTime;
using static AmlSecurity.Domain.Workspaces.StorageKeyState;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>What a state says of both holders, at the time of an event.</summary>
/// <param name="WorkspaceKey">The key that the workspace goes by.</param>
/// <param name="DatastoresKey">The key that the datastores go by.</param>
/// <param name="FollowsAt">When the workspace follows by itself; null if it is up to date.</param>
/// <param name="AreDatastoresStale">Whether the datastores go by a key that has been replaced.</param>
internal readonly record struct StorageKeyHolders(
    StorageKeySlot WorkspaceKey, StorageKeySlot DatastoresKey, Instant? FollowsAt, bool AreDatastoresStale)
{
    /// <summary>Takes up a state; a deadline that the event is not before has done its work, told or not.</summary>
    public static StorageKeyHolders Of(StorageKeyState state, Instant at) => new(
        state.WorkspaceKey,
        state.DatastoresKey,
        state.NextDeadline is { } followsAt && at < followsAt ? followsAt : null,
        state.IsStale(StorageKeyHolder.Datastores));

    /// <summary>Replaces a key. The hour of the workspace begins anew, as it may have looked just before.</summary>
    public StorageKeyHolders Regenerate(StorageKeySlot slot, Instant at) => this with
    {
        FollowsAt = slot == WorkspaceKey ? at.Later(StorageKeyFlow.WorkspaceFollowsAfter) : FollowsAt,
        AreDatastoresStale = AreDatastoresStale || slot == DatastoresKey,
    };

    public StorageKeyState At(Instant at) => (FollowsAt, AreDatastoresStale) switch
    {
        (null, false) => new InStep(WorkspaceKey, DatastoresKey, at),
        (null, true) => new DatastoresStale(WorkspaceKey, DatastoresKey, at),
        ({ } followsAt, false) => new WorkspaceStale(WorkspaceKey, DatastoresKey, at, followsAt),
        ({ } followsAt, true) => new BothStale(WorkspaceKey, DatastoresKey, at, followsAt),
    };
}
