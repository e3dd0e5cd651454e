using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Flows;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>What can happen to the access keys of a workspace's storage account.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record StorageKeyEvent : IFlowEvent
{
    private StorageKeyEvent(Instant at) => At = at;

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>Gets the operation that whoever does it must be allowed; null where nobody does anything that needs
    /// one.</summary>
    public virtual ActionName? Operation => null;

    /// <summary>One of the two keys is replaced.</summary>
    /// <param name="Access">Whether the caller may do <see cref="StorageKeyFlow.RegenerateKey"/> on the
    /// account.</param>
    /// <param name="Slot">Which.</param>
    /// <param name="At">When.</param>
    public sealed record KeyRegenerated(AccessDecision Access, StorageKeySlot Slot, Instant At) : StorageKeyEvent(At)
    {
        /// <summary>Gets whether the caller may.</summary>
        public AccessDecision Access { get; } = Access ?? throw new ArgumentNullException(nameof(Access));

        /// <summary>Gets which key is replaced.</summary>
        public StorageKeySlot Slot { get; } =
            Enum.IsDefined(Slot) ? Slot : throw new ArgumentOutOfRangeException(nameof(Slot));

        /// <inheritdoc/>
        public override ActionName? Operation => StorageKeyFlow.RegenerateKey;
    }

    /// <summary>Somebody has resynchronised the keys of the workspace.</summary>
    /// <param name="Access">Whether the caller may do <see cref="MlActions.ResyncKeys"/> on the workspace.</param>
    /// <param name="At">When.</param>
    public sealed record WorkspaceResynced(AccessDecision Access, Instant At) : StorageKeyEvent(At)
    {
        /// <summary>Gets whether the caller may.</summary>
        public AccessDecision Access { get; } = Access ?? throw new ArgumentNullException(nameof(Access));

        /// <inheritdoc/>
        public override ActionName? Operation => MlActions.ResyncKeys;
    }

    /// <summary>Somebody has registered the datastores again over the old ones, with one of the keys as it now
    /// is.</summary>
    /// <param name="Access">Whether the caller may do <see cref="MlActions.WriteDatastore"/> on the workspace.</param>
    /// <param name="Slot">With which key.</param>
    /// <param name="At">When.</param>
    public sealed record DatastoresRegistered(AccessDecision Access, StorageKeySlot Slot, Instant At)
        : StorageKeyEvent(At)
    {
        /// <summary>Gets whether the caller may.</summary>
        public AccessDecision Access { get; } = Access ?? throw new ArgumentNullException(nameof(Access));

        /// <summary>Gets which key they go by from now on.</summary>
        public StorageKeySlot Slot { get; } =
            Enum.IsDefined(Slot) ? Slot : throw new ArgumentOutOfRangeException(nameof(Slot));

        /// <inheritdoc/>
        public override ActionName? Operation => MlActions.WriteDatastore;
    }

    /// <summary>The account is accessed with the key that somebody goes by.</summary>
    /// <param name="By">Who.</param>
    /// <param name="At">When.</param>
    public sealed record StorageAccessed(StorageKeyHolder By, Instant At) : StorageKeyEvent(At)
    {
        /// <summary>Gets who accesses it.</summary>
        public StorageKeyHolder By { get; } =
            Enum.IsDefined(By) ? By : throw new ArgumentOutOfRangeException(nameof(By));
    }

    /// <summary>A deadline has come, or the host has looked at the clock.</summary>
    /// <param name="At">When.</param>
    public sealed record TimePassed(Instant At) : StorageKeyEvent(At);
}
