using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization;

/// <summary>One way to carry out an operation of the matrix: the actions that it takes, all of them.</summary>
/// <remarks>Equal by name and actions in their order; no order of its own. Immutable, hence safe for concurrent
/// use.</remarks>
public sealed record ActionAlternative
{
    internal ActionAlternative(string name, params ImmutableArray<ActionName> actions)
    {
        Name = name;
        Actions = actions;
    }

    /// <summary>Gets the name of the way, such as <c>keys</c>; empty where there is only one.</summary>
    public string Name { get; }

    /// <summary>Gets the actions, every one of which is needed.</summary>
    public ImmutableArray<ActionName> Actions { get; }

    /// <summary>Determines whether two ways take the same actions under the same name.</summary>
    /// <param name="other">The other way.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(ActionAlternative? other) =>
        other is not null && Name == other.Name && Actions.SequenceEqual(other.Actions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Actions.Length);
}
