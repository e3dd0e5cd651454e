using System.Collections.Immutable;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Rules;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Who still goes by a storage key that has been replaced (SYNC-01, SYNC-02).</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Holds no key. Immutable,
/// hence safe for concurrent use.</remarks>
public abstract record StorageKeyState : IFlowState
{
    private StorageKeyState(StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at) =>
        (WorkspaceKey, DatastoresKey, At) = (workspaceKey, datastoresKey, at);

    /// <summary>Gets the key that the workspace goes by; it keeps to it.</summary>
    public StorageKeySlot WorkspaceKey { get; }

    /// <summary>Gets the key that the datastores go by.</summary>
    public StorageKeySlot DatastoresKey { get; }

    /// <summary>Gets the time of the last event.</summary>
    public Instant At { get; }

    /// <summary>Gets when to apply <see cref="StorageKeyEvent.TimePassed"/>: when the workspace follows by itself; null
    /// if nothing waits for time.</summary>
    public virtual Instant? NextDeadline => null;

    /// <summary>Applies an event.</summary>
    /// <param name="happened">The event.</param>
    /// <returns>The next state with what is to be carried out, or why the event leads nowhere.</returns>
    public OneOf<FlowStep<StorageKeyState, StorageKeyEffect>, FlowRefusal> Apply(StorageKeyEvent happened) =>
        StorageKeyFlow.Table.Apply(this, happened);

    /// <summary>Determines whether somebody goes by a key that has been replaced.</summary>
    /// <param name="holder">Who.</param>
    /// <returns><see langword="true"/> if their accesses fail.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="holder"/> is none of them.</exception>
    public bool IsStale(StorageKeyHolder holder) => holder switch
    {
        StorageKeyHolder.Workspace => this is WorkspaceStale or BothStale,
        StorageKeyHolder.Datastores => this is DatastoresStale or BothStale,
        _ => throw new ArgumentOutOfRangeException(nameof(holder)),
    };

    /// <summary>Judges the state.</summary>
    /// <returns>A violation for each who goes by a key that has been replaced.</returns>
    public ImmutableArray<Finding> Assess() => [.. StorageKeyRows.FindingsOf(this)];

    /// <summary>Workspace and datastores go by keys as they are.</summary>
    public sealed record InStep : StorageKeyState
    {
        internal InStep(StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at)
            : base(workspaceKey, datastoresKey, at)
        {
        }
    }

    /// <summary>The workspace goes by a key that has been replaced; its datastores do not.</summary>
    public sealed record WorkspaceStale : StorageKeyState
    {
        internal WorkspaceStale(
            StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at, Instant followsAt)
            : base(workspaceKey, datastoresKey, at) => FollowsAt = followsAt;

        /// <summary>Gets when the workspace has followed by itself.</summary>
        public Instant FollowsAt { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => FollowsAt;
    }

    /// <summary>The datastores go by a key that has been replaced, and do not follow by themselves.</summary>
    public sealed record DatastoresStale : StorageKeyState
    {
        internal DatastoresStale(StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at)
            : base(workspaceKey, datastoresKey, at)
        {
        }
    }

    /// <summary>Workspace and datastores both go by a key that has been replaced.</summary>
    public sealed record BothStale : StorageKeyState
    {
        internal BothStale(StorageKeySlot workspaceKey, StorageKeySlot datastoresKey, Instant at, Instant followsAt)
            : base(workspaceKey, datastoresKey, at) => FollowsAt = followsAt;

        /// <summary>Gets when the workspace has followed by itself; the datastores do not.</summary>
        public Instant FollowsAt { get; }

        /// <inheritdoc/>
        public override Instant? NextDeadline => FollowsAt;
    }
}
