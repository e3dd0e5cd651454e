using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Evaluates conditions on one request.</summary>
/// <remarks>
/// Every part is true or false; there is no third value. A comparison that cannot be made is false, whatever its
/// operator, so that a negation around it is true.
/// </remarks>
internal readonly struct ConditionEvaluator(ActionName action, ConditionAttributes attributes, WildcardReading reading)
{
    /// <summary>Evaluates a tree.</summary>
    public bool Holds(ConditionExpression expression)
    {
        switch (expression)
        {
            case ConditionExpression.All all:
                foreach (var part in all.Parts)
                {
                    if (!Holds(part))
                    {
                        return false;
                    }
                }

                return true;
            case ConditionExpression.Any any:
                foreach (var part in any.Parts)
                {
                    if (Holds(part))
                    {
                        return true;
                    }
                }

                return false;
            case ConditionExpression.Negation not:
                return !Holds(not.Part);
            default:
                return Leaf(expression).IsTrue;
        }
    }

    /// <summary>Evaluates a tree and keeps the leaves that decided.</summary>
    public ConditionEvaluation Explain(ConditionExpression expression)
    {
        var grounds = ImmutableArray.CreateBuilder<ConditionGround>();
        var holds = Visit(expression, grounds);
        return new ConditionEvaluation(holds, grounds.ToImmutable());
    }

    private bool Visit(ConditionExpression expression, ImmutableArray<ConditionGround>.Builder grounds)
    {
        switch (expression)
        {
            case ConditionExpression.All all:
                return Visit(all.Parts, deciding: false, grounds);
            case ConditionExpression.Any any:
                return Visit(any.Parts, deciding: true, grounds);
            case ConditionExpression.Negation not:
                return !Visit(not.Part, grounds);
            default:
                var (isTrue, reason) = Leaf(expression);
                grounds.Add(new ConditionGround(expression, isTrue, reason));
                return isTrue;
        }
    }

    // One part can decide alone; where none does, all of them decide together.
    private bool Visit(
        ImmutableArray<ConditionExpression> parts, bool deciding, ImmutableArray<ConditionGround>.Builder grounds)
    {
        var before = grounds.Count;
        foreach (var part in parts)
        {
            var start = grounds.Count;
            if (Visit(part, grounds) == deciding)
            {
                grounds.RemoveRange(before, start - before);
                return deciding;
            }
        }

        return !deciding;
    }

    private (bool IsTrue, ConditionReason Reason) Leaf(ConditionExpression expression) => expression switch
    {
        ConditionExpression.ActionMatches target => (IsTargeted(target.Patterns), default),
        ConditionExpression.SubOperationMatches target => (IsTargeted(target.Patterns), default),
        ConditionExpression.Exists exists => (!attributes.Find(exists.Attribute).IsEmpty, default),
        ConditionExpression.Comparison comparison => Compare(comparison),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private bool IsTargeted(ImmutableArray<ActionPattern> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.Matches(action, reading))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsTargeted(ImmutableArray<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (attributes.SubOperation is { } asked && LikePattern.Fits(asked, pattern, ignoresCase: true))
            {
                return true;
            }
        }

        return false;
    }

    private (bool IsTrue, ConditionReason Reason) Compare(ConditionExpression.Comparison comparison)
    {
        var (left, right) = (ValuesOf(comparison.Left), ValuesOf(comparison.Right));
        if (left.IsEmpty || right.IsEmpty)
        {
            return (false, ConditionReason.AttributeMissing);
        }

        var sawOtherType = false;
        if (comparison.Quantifier == ConditionQuantifier.None)
        {
            return left.Length > 1 || right.Length > 1
                ? (false, ConditionReason.SeveralValues)
                : Answer(Compares(left[0], comparison.Operator, right[0], ref sawOtherType), sawOtherType);
        }

        var forAllLeft = comparison.Quantifier
            is ConditionQuantifier.ForAllOfAnyValues or ConditionQuantifier.ForAllOfAllValues;
        var forAllRight = comparison.Quantifier
            is ConditionQuantifier.ForAnyOfAllValues or ConditionQuantifier.ForAllOfAllValues;
        foreach (var value in left)
        {
            if (Compares(value, comparison.Operator, right, forAllRight, ref sawOtherType) != forAllLeft)
            {
                return Answer(!forAllLeft, sawOtherType);
            }
        }

        return Answer(forAllLeft, sawOtherType);
    }

    private static (bool IsTrue, ConditionReason Reason) Answer(bool isTrue, bool sawOtherType) =>
        (isTrue, !isTrue && sawOtherType ? ConditionReason.OtherType : ConditionReason.Evaluated);

    private static bool Compares(
        ConditionValue left,
        ConditionOperator by,
        ImmutableArray<ConditionValue> right,
        bool forAll,
        ref bool sawOtherType)
    {
        foreach (var value in right)
        {
            if (Compares(left, by, value, ref sawOtherType) != forAll)
            {
                return !forAll;
            }
        }

        return forAll;
    }

    private static bool Compares(
        ConditionValue left, ConditionOperator by, ConditionValue right, ref bool sawOtherType)
    {
        var holds = ConditionOperators.Compare(by, left, right);
        sawOtherType |= holds is null;
        return holds == true;
    }

    private ImmutableArray<ConditionValue> ValuesOf(ConditionOperand operand) => operand switch
    {
        ConditionOperand.Values values => values.All,
        ConditionOperand.Named attribute => attributes.Find(attribute.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };
}
