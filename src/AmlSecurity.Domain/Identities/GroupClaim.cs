using System.Collections.Immutable;

namespace AmlSecurity.Domain.Identities;

/// <summary>What a token says about the groups of its user.</summary>
/// <remarks>
/// One of <see cref="Listed"/>, <see cref="TooMany"/> and <see cref="NotStated"/>; no other case can be added. Only a
/// list can say that somebody is not a member. Equal by case and groups; no order. Immutable, hence safe for concurrent
/// use.
/// </remarks>
public abstract record GroupClaim
{
    private GroupClaim()
    {
    }

    /// <summary>Determines whether the user is a member of a group.</summary>
    /// <param name="group">The group.</param>
    /// <returns>Whether it is, or null if the token does not say.</returns>
    public abstract bool? IsMemberOf(PrincipalId group);

    /// <summary>All groups of the user.</summary>
    public sealed record Listed : GroupClaim
    {
        /// <summary>Creates a list.</summary>
        /// <param name="groups">The groups.</param>
        public Listed(ImmutableArray<PrincipalId> groups) => Groups = groups.IsDefault ? [] : groups;

        /// <summary>Gets the object ids of the groups.</summary>
        public ImmutableArray<PrincipalId> Groups { get; }

        /// <inheritdoc/>
        public override bool? IsMemberOf(PrincipalId group) => Groups.Contains(group);

        /// <summary>Determines whether two lists hold the same groups in the same order.</summary>
        /// <param name="other">The other list.</param>
        /// <returns><see langword="true"/> if they do.</returns>
        public bool Equals(Listed? other) => other is not null && Groups.SequenceEqual(other.Groups);

        /// <inheritdoc/>
        public override int GetHashCode() => Groups.Length;
    }

    /// <summary>The user has more groups than a token holds (overage); the directory knows them.</summary>
    public sealed record TooMany : GroupClaim
    {
        /// <inheritdoc/>
        public override bool? IsMemberOf(PrincipalId group) => null;
    }

    /// <summary>The token says nothing about groups.</summary>
    public sealed record NotStated : GroupClaim
    {
        /// <inheritdoc/>
        public override bool? IsMemberOf(PrincipalId group) => null;
    }
}
