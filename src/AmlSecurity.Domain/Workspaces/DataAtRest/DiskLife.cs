using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Whether a disk of a node holds data in a phase of the node's life, and under whose key (ENC-33 to
/// ENC-38).</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record DiskLife
{
    private DiskLife(ComputeDisk disk, ComputeNodePhase phase, bool holdsData, KeyOwner keys, RuleId rule)
    {
        Disk = disk;
        Phase = phase;
        HoldsData = holdsData;
        Keys = keys;
        Rule = rule;
    }

    /// <summary>Gets which disk it is.</summary>
    public ComputeDisk Disk { get; }

    /// <summary>Gets the phase that was asked for.</summary>
    public ComputeNodePhase Phase { get; }

    /// <summary>Gets a value indicating whether anything is on it then.</summary>
    public bool HoldsData { get; }

    /// <summary>Gets whose key encrypts it.</summary>
    public KeyOwner Keys { get; }

    /// <summary>Gets the rule that says when it goes.</summary>
    public RuleId Rule { get; }

    /// <summary>Finds out what is on a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="phase">The phase of its node.</param>
    /// <param name="settings">How the workspace is set up.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The disk or phase is none of them.</exception>
    public static DiskLife Of(ComputeDisk disk, ComputeNodePhase phase, EncryptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (!Enum.IsDefined(phase))
        {
            throw new ArgumentOutOfRangeException(nameof(phase));
        }

        var store = disk switch
        {
            ComputeDisk.Os => StoreKind.ComputeOsDisk,
            ComputeDisk.Temporary => StoreKind.ComputeTemporaryDisk,
            _ => throw new ArgumentOutOfRangeException(nameof(disk)),
        };
        var holds = (disk, phase) switch
        {
            (_, ComputeNodePhase.NotProvisioned or ComputeNodePhase.Deprovisioned) => false,
            (ComputeDisk.Temporary, ComputeNodePhase.Idle) => false,
            _ => true,
        };
        return new DiskLife(
            disk,
            phase,
            holds,
            EncryptionPosture.Of(settings).Find(store).Keys,
            StoreCatalogue.Find(store).Deletion.Rule!);
    }
}
