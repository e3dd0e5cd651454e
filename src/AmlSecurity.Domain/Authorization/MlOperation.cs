using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization;

/// <summary>One of the 13 main operations on a workspace (AUTHZ-03 to AUTHZ-15), beside the actions that carry it
/// out.</summary>
/// <remarks>
/// The set is closed: <see cref="OperationMatrix.Operations"/> lists it. Equal by rule; no order. Immutable, hence safe
/// for concurrent use.
/// </remarks>
public sealed record MlOperation
{
    internal MlOperation(
        string rule, string name, BuiltInRole least, params ImmutableArray<ActionAlternative> alternatives)
    {
        Rule = RuleId.Of(rule);
        Name = name;
        LeastRole = least;
        Alternatives = alternatives;
    }

    /// <summary>Gets the rule that states the row.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets the operation's name on the source page.</summary>
    public string Name { get; }

    /// <summary>Gets the narrowest of the three roles that allows it; the rows are monotone.</summary>
    public BuiltInRole LeastRole { get; }

    /// <summary>Gets the ways to carry it out, one of which suffices.</summary>
    public ImmutableArray<ActionAlternative> Alternatives { get; }

    /// <summary>Determines whether two operations are the same row.</summary>
    /// <param name="other">The other operation.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(MlOperation? other) => other is not null && Rule == other.Rule;

    /// <inheritdoc/>
    public override int GetHashCode() => Rule.GetHashCode();

    /// <summary>Returns rule and name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Rule} {Name}";
}
