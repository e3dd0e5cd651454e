using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Identities;

/// <summary>A group of the directory with its direct members.</summary>
/// <remarks>Equal by id, name and members in their order; no order of its own. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record Group
{
    /// <summary>Creates a group.</summary>
    /// <param name="id">The object id.</param>
    /// <param name="members">The direct members: users, applications and other groups.</param>
    /// <param name="displayName">The name for people, if known.</param>
    public Group(PrincipalId id, ImmutableArray<PrincipalId> members, string? displayName = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        Id = id;
        Members = members.IsDefault ? [] : members;
        DisplayName = displayName;
    }

    /// <summary>Gets the object id.</summary>
    public PrincipalId Id { get; }

    /// <summary>Gets the direct members.</summary>
    public ImmutableArray<PrincipalId> Members { get; }

    /// <summary>Gets the name for people, or null.</summary>
    public string? DisplayName { get; }

    /// <summary>Reads groups from JSON: an object of id to member ids, or Microsoft Graph groups with expanded
    /// members.</summary>
    /// <param name="utf8">The document, in UTF-8.</param>
    /// <param name="strictness">Whether ids that are no GUIDs are kept.</param>
    /// <returns>The groups, and a fault with its place for each that could not be read.</returns>
    public static DocumentReading<Group> Read(ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        GroupReader.Read(utf8, strictness);

    /// <summary>Determines whether two groups have the same id, name and members.</summary>
    /// <param name="other">The other group.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(Group? other) =>
        other is not null
        && Id == other.Id
        && DisplayName == other.DisplayName
        && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Members.Length);
}
