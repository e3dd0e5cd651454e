using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Flows;

/// <summary>One row of the table of a flow: what an event means in a state.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record FlowRow
{
    internal FlowRow(string from, string on, ImmutableArray<string> to, RuleId rule, string meaning)
    {
        From = from;
        On = on;
        To = to;
        Rule = rule;
        Meaning = meaning;
    }

    /// <summary>Gets the name of the state.</summary>
    public string From { get; }

    /// <summary>Gets the name of the event.</summary>
    public string On { get; }

    /// <summary>Gets the names of the states that it can lead to; none if it is always refused.</summary>
    public ImmutableArray<string> To { get; }

    /// <summary>Gets the rule that the row rests on.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what happens, or why the event is refused, for a person.</summary>
    public string Meaning { get; }

    /// <summary>Gets a value indicating whether the event is refused, whatever it carries.</summary>
    public bool IsRefusal => To.IsEmpty;

    /// <summary>Determines whether two rows are the same in every member.</summary>
    /// <param name="other">The other row.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(FlowRow? other) =>
        other is not null
        && (From, On, Rule, Meaning) == (other.From, other.On, other.Rule, other.Meaning)
        && To.SequenceEqual(other.To);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(From, On);
}
