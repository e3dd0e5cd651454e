using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What can be done to what a workspace rests on, for harm or for repair.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WorkspaceIncident
{
    private WorkspaceIncident(Instant at) => At = at;

    /// <summary>Gets when it happened.</summary>
    public Instant At { get; }

    /// <summary>The workspace's managed identity has lost a grant, and inherits no other that would do
    /// (IDENT-10).</summary>
    /// <param name="Rule">Which: one of IDENT-03 to IDENT-08.</param>
    /// <param name="At">When.</param>
    public sealed record GrantRevoked(RuleId Rule, Instant At) : WorkspaceIncident(At)
    {
        /// <summary>Gets which grant.</summary>
        public RuleId Rule { get; } = Rule ?? throw new ArgumentNullException(nameof(Rule));
    }

    /// <summary>Keys are resynchronised: grants are restored (IDENT-11), and the workspace has the present storage key
    /// (SYNC-02).</summary>
    /// <param name="At">When.</param>
    public sealed record KeysResynced(Instant At) : WorkspaceIncident(At);

    /// <summary>A newer version of a key is to be used by every store under that key.</summary>
    /// <param name="Version">The newer version.</param>
    /// <param name="At">When.</param>
    public sealed record KeyRotated(KeyVersionId Version, Instant At) : WorkspaceIncident(At)
    {
        /// <summary>Gets the newer version.</summary>
        public KeyVersionId Version { get; } = Version ?? throw new ArgumentNullException(nameof(Version));
    }

    /// <summary>A version of a key is disabled (ENC-08, ENC-25).</summary>
    /// <param name="Version">The version.</param>
    /// <param name="At">When.</param>
    public sealed record KeyVersionDisabled(KeyVersionId Version, Instant At) : WorkspaceIncident(At)
    {
        /// <summary>Gets the version.</summary>
        public KeyVersionId Version { get; } = Version ?? throw new ArgumentNullException(nameof(Version));
    }

    /// <summary>A version of a key is enabled again.</summary>
    /// <param name="Version">The version.</param>
    /// <param name="At">When.</param>
    public sealed record KeyVersionEnabled(KeyVersionId Version, Instant At) : WorkspaceIncident(At)
    {
        /// <summary>Gets the version.</summary>
        public KeyVersionId Version { get; } = Version ?? throw new ArgumentNullException(nameof(Version));
    }

    /// <summary>The access key of the storage account that workspace and datastores use is regenerated
    /// (SYNC-01).</summary>
    /// <param name="At">When.</param>
    public sealed record StorageKeyRegenerated(Instant At) : WorkspaceIncident(At);

    /// <summary>The datastores are registered again with the present storage key (SYNC-01).</summary>
    /// <param name="At">When.</param>
    public sealed record DatastoresUpdated(Instant At) : WorkspaceIncident(At);
}
