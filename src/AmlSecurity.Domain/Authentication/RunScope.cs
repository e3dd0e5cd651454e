using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What a run may do, for whom and where: what its service token stands for (AUTHN-04, AUTHN-06).</summary>
/// <remarks>Equal by all members, permissions in their order; no order. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record RunScope
{
    /// <summary>The most permissions that a run carries.</summary>
    public const int MostPermissions = 64;

    private const string WorkspaceType = "Microsoft.MachineLearningServices/workspaces";

    /// <summary>Creates a scope.</summary>
    /// <param name="run">The run.</param>
    /// <param name="workspace">The workspace that it is limited to.</param>
    /// <param name="submitter">Who submits it.</param>
    /// <param name="permissions">The operations that its token carries, at most
    /// <see cref="MostPermissions"/>.</param>
    /// <exception cref="ArgumentException">The id is not that of a workspace, there are too many permissions, or one is
    /// null.</exception>
    public RunScope(RunId run, ResourceId workspace, Principal submitter, params IEnumerable<ActionName> permissions)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(submitter);
        Run = run;
        Workspace = workspace;
        Submitter = submitter;
        if (!string.Equals(workspace.ResourceType, WorkspaceType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("it is not the id of a workspace", nameof(workspace));
        }

        Permissions = Elements.Of(permissions, nameof(permissions));
        if (Permissions.Length > MostPermissions)
        {
            throw new ArgumentException($"a run carries at most {MostPermissions} permissions", nameof(permissions));
        }
    }

    /// <summary>Gets which run it is.</summary>
    public RunId Run { get; }

    /// <summary>Gets the workspace that it is limited to.</summary>
    public ResourceId Workspace { get; }

    /// <summary>Gets who submits it.</summary>
    public Principal Submitter { get; }

    /// <summary>Gets the operations that its token carries.</summary>
    public ImmutableArray<ActionName> Permissions { get; }

    /// <summary>Determines whether two scopes are the same in every member.</summary>
    /// <param name="other">The other scope.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(RunScope? other) =>
        other is not null
        && (Run, Workspace, Submitter) == (other.Run, other.Workspace, other.Submitter)
        && Permissions.SequenceEqual(other.Permissions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Run, Workspace, Submitter, Permissions.Length);
}
