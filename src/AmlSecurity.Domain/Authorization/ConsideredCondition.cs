using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Authorization;

/// <summary>What one condition came to in a decision, and by which of its parts.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class ConsideredCondition
{
    internal ConsideredCondition(AccessCondition condition, AccessRequest request, WildcardReading reading)
    {
        Condition = condition;
        if (condition.Reading.TryPickT0(out var read, out var fault))
        {
            Evaluation = read.Evaluate(request.Action, request.Attributes ?? ConditionAttributes.Empty, reading);
            Outcome = Evaluation.Holds ? ConditionOutcome.Met : ConditionOutcome.NotMet;
        }
        else
        {
            Fault = fault;
        }
    }

    /// <summary>Gets what was considered.</summary>
    public AccessCondition Condition { get; }

    /// <summary>Gets what it came to.</summary>
    public ConditionOutcome Outcome { get; }

    /// <summary>Gets the parts that decided, or null if it cannot be read.</summary>
    public ConditionEvaluation? Evaluation { get; }

    /// <summary>Gets why it cannot be read and where, or null.</summary>
    public TextFault<ConditionFault>? Fault { get; }

    /// <summary>Returns a clause for a person.</summary>
    /// <returns>The clause.</returns>
    public override string ToString() => Fault is { } fault ? $"cannot be read: {fault}" : $"{Evaluation}";

    /// <summary>Finds out what a condition comes to, without grounds.</summary>
    internal static ConditionOutcome OutcomeOf(
        AccessCondition condition, ActionName action, ConditionAttributes attributes, WildcardReading reading) =>
        !condition.Reading.TryPickT0(out var read, out _) ? ConditionOutcome.Unreadable
        : read.Holds(action, attributes, reading) ? ConditionOutcome.Met
        : ConditionOutcome.NotMet;
}
