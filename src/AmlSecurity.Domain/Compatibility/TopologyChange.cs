using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>One step towards Basic edition: a part of a topology, and what becomes of it.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record TopologyChange
{
    internal TopologyChange(
        TopologyElement element, RuleId rule, NetworkTopology before, NetworkTopology after)
    {
        Element = element;
        Rule = rule;
        From = before.Describe(element);
        To = after.Describe(element);
    }

    /// <summary>Gets the part.</summary>
    public TopologyElement Element { get; }

    /// <summary>Gets the row that applies because of the part; NET-06 where one of two does.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what the part is now, in words.</summary>
    public string From { get; }

    /// <summary>Gets what it is to be, in words.</summary>
    public string To { get; }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>The part, from what to what, and the rule.</returns>
    public override string ToString() => $"{TopologyWords.Of(Element)}: from {From} to {To} ({Rule})";
}
