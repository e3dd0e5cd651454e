using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces.DataAtRest;

/// <summary>Who holds the key of each store of a workspace, and what would change that (ENC-01 to ENC-40).</summary>
/// <remarks>Equal by settings; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record EncryptionPosture
{
    private EncryptionPosture(EncryptionSettings settings)
    {
        Settings = settings;
        Stores = [.. StoreCatalogue.All.Select(Judge)];
    }

    /// <summary>Gets what the answers depend on.</summary>
    public EncryptionSettings Settings { get; }

    /// <summary>Gets an answer for each kind of store, in the order of <see cref="StoreCatalogue.All"/>.</summary>
    public ImmutableArray<StorePosture> Stores { get; }

    /// <summary>Judges a workspace.</summary>
    /// <param name="settings">How it is set up.</param>
    /// <returns>The answers.</returns>
    public static EncryptionPosture Of(EncryptionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new EncryptionPosture(settings);
    }

    /// <summary>Judges a workspace as documents configure it.</summary>
    /// <param name="configuration">The workspace.</param>
    /// <returns>The answers; not stated where the documents do not decide.</returns>
    public static EncryptionPosture Of(WorkspaceConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Of(configuration.Encryption);
    }

    /// <summary>Finds the answer for a store.</summary>
    /// <param name="store">The store.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="store"/> is none of them.</exception>
    public StorePosture Find(StoreKind store) =>
        Stores.FirstOrDefault(posture => posture.Store == store)
        ?? throw new ArgumentOutOfRangeException(nameof(store));

    /// <summary>Determines whether two postures are of the same settings.</summary>
    /// <param name="other">The other posture.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(EncryptionPosture? other) => other is not null && Settings == other.Settings;

    /// <inheritdoc/>
    public override int GetHashCode() => Settings.GetHashCode();

    private StorePosture Judge(StoreEntry entry) => entry.Kind switch
    {
        StoreKind.SharedCosmosDb => SharedInstance(entry),
        StoreKind.DedicatedCosmosDb => DedicatedInstance(entry),
        StoreKind.ComputeTemporaryDisk => TemporaryDisk(entry),
        StoreKind.Diagnostics => Collected(entry),
        _ => Chosen(entry, Settings.IsUnderCustomerKey(entry.Kind)),
    };

    private StorePosture SharedInstance(StoreEntry entry) => new(
        entry.Kind,
        Settings.WorkspaceKey is { } dedicated ? !dedicated : null,
        entry.DefaultKeys,
        entry.Rule,
        "it is shared by many workspaces, in a subscription of Microsoft",
        "create the workspace with a key of your own",
        NeedsNewWorkspace: true);

    private StorePosture DedicatedInstance(StoreEntry entry) => new(
        entry.Kind,
        Settings.WorkspaceKey,
        entry.DefaultKeys,
        RuleId.Of("ENC-13"),
        "it exists for a workspace that was created with a key of its own");

    private StorePosture TemporaryDisk(StoreEntry entry) => Settings.HbiWorkspace switch
    {
        true => new(
            entry.Kind,
            null,
            KeyOwner.System,
            RuleId.Of("ENC-38"),
            "it is encrypted, as the workspace is one of high business impact, under keys that the system manages"),
        false => new(
            entry.Kind,
            null,
            KeyOwner.Unencrypted,
            entry.Rule,
            "it is encrypted only in a workspace of high business impact",
            "set `hbi_workspace` at creation",
            NeedsNewWorkspace: true),
        null => new(entry.Kind, null, KeyOwner.NotStated, entry.Rule, "it depends on a flag that is not known"),
    };

    private StorePosture Collected(StoreEntry entry) => new(
        entry.Kind,
        Settings.HbiWorkspace is { } hbi ? !hbi : null,
        entry.DefaultKeys,
        entry.Rule,
        "what is collected lies with Microsoft",
        Settings.HbiWorkspace == true ? null : "set `hbi_workspace` at creation, and nothing is collected",
        NeedsNewWorkspace: Settings.HbiWorkspace != true);

    private static StorePosture Chosen(StoreEntry entry, bool? isChosen)
    {
        var option = entry.CustomerKey;
        return (option.IsPossible, isChosen) switch
        {
            (true, true) => new(entry.Kind, null, KeyOwner.Customer, option.Rule, "a key of the customer is set"),
            (true, false) => new(
                entry.Kind, null, entry.DefaultKeys, entry.Rule, "no other key was chosen", Way(option)),
            (true, null) => new(
                entry.Kind,
                null,
                KeyOwner.NotStated,
                option.Rule,
                "whether a key of the customer is set is not known",
                Way(option)),
            _ => new(entry.Kind, null, entry.DefaultKeys, option.Rule, option.Way),
        };
    }

    private static string Way(CustomerKeyOption option) =>
        option.Condition is null ? option.Way : $"{option.Way} ({option.Condition})";
}
