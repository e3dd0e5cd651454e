using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>What a condition came to on a request, and which of its parts decided.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ConditionEvaluation
{
    internal ConditionEvaluation(bool holds, ImmutableArray<ConditionGround> grounds)
    {
        Holds = holds;
        Grounds = grounds;
    }

    /// <summary>Gets a value indicating whether the condition is true.</summary>
    public bool Holds { get; }

    /// <summary>Gets the parts that decided, in the order of the text. While they come out as they did, the rest of the
    /// condition does not matter.</summary>
    public ImmutableArray<ConditionGround> Grounds { get; }

    /// <summary>Returns one line for a person, with the part that says most.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        // That an operation is targeted only says that the condition speaks of it.
        var telling = Grounds.FirstOrDefault(ground => ground.Part is not
            (ConditionExpression.ActionMatches or ConditionExpression.SubOperationMatches)) ?? Grounds[0];
        return $"{(Holds ? "holds" : "does not hold")}: {telling}";
    }
}
