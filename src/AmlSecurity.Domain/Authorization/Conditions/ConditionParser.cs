using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Reads the text of a condition from front to back, once.</summary>
/// <remarks>
/// <code>
/// any     = all *(("OR" / "||") all)
/// all     = part *(("AND" / "&amp;&amp;") part)
/// part    = ("NOT" / "!") part / "(" any ")" / leaf
/// leaf    = ("ActionMatches" / "SubOperationMatches") "{" text *("," text) "}"
///         / "Exists" attribute / operand [quantifier ":"] operator operand
/// operand = attribute / value / "{" value *("," value) "}"
/// </code>
/// </remarks>
internal ref struct ConditionParser(string text)
{
    private ConditionScanner _scan = new(text);

    /// <summary>Gets what is wrong, once reading has failed.</summary>
    public readonly TextFault<ConditionFault> Fault => _scan.Fault;

    /// <summary>Reads the whole text.</summary>
    /// <returns>The tree, or null with a fault.</returns>
    public ConditionExpression? Read()
    {
        var expression = ReadAny(0);
        return expression is null || _scan.IsAtEnd() ? expression : Fail();
    }

    private ConditionExpression? ReadAny(int depth)
    {
        var start = _scan.Start();
        if (ReadAll(depth) is not { } first)
        {
            return null;
        }

        if (!_scan.Takes("OR", "||"))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<ConditionExpression>();
        parts.Add(first);
        do
        {
            if (ReadAll(depth) is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }
        while (_scan.Takes("OR", "||"));
        return Bounded(new ConditionExpression.Any(parts.ToImmutable()), start);
    }

    private ConditionExpression? ReadAll(int depth)
    {
        var start = _scan.Start();
        if (ReadPart(depth) is not { } first)
        {
            return null;
        }

        if (!_scan.Takes("AND", "&&"))
        {
            return first;
        }

        var parts = ImmutableArray.CreateBuilder<ConditionExpression>();
        parts.Add(first);
        do
        {
            if (ReadPart(depth) is not { } next)
            {
                return null;
            }

            parts.Add(next);
        }
        while (_scan.Takes("AND", "&&"));
        return Bounded(new ConditionExpression.All(parts.ToImmutable()), start);
    }

    private ConditionExpression? ReadPart(int depth)
    {
        var start = _scan.Start();
        var isNegation = _scan.Takes("NOT", "!");
        if (!isNegation && !_scan.Takes('('))
        {
            return ReadLeaf();
        }

        if (depth == Condition.MaximumDepth)
        {
            return Fail(ConditionFault.TooDeeplyNested, start);
        }

        if (isNegation)
        {
            return ReadPart(depth + 1) is { } part ? Bounded(new ConditionExpression.Negation(part), start) : null;
        }

        return ReadAny(depth + 1) is { } inner ? _scan.Takes(')') ? inner : Fail() : null;
    }

    private ConditionExpression? ReadLeaf()
    {
        if (_scan.TakesBefore("ActionMatches", '{'))
        {
            return ReadActionMatches();
        }

        if (_scan.TakesBefore("SubOperationMatches", '{'))
        {
            return ReadTexts() is { } texts
                ? new ConditionExpression.SubOperationMatches([.. texts.Select(found => found.Text)])
                : null;
        }

        if (_scan.TakesWord("Exists"))
        {
            return ReadAttribute() is { } attribute ? new ConditionExpression.Exists(attribute.Name) : null;
        }

        return ReadComparison();
    }

    private ConditionExpression? ReadActionMatches()
    {
        if (ReadTexts() is not { } texts)
        {
            return null;
        }

        var patterns = ImmutableArray.CreateBuilder<ActionPattern>(texts.Length);
        foreach (var (start, found) in texts)
        {
            var pattern = ActionPattern.ReadLeniently(found);
            if (!ConditionExpression.ActionMatches.CanMatch(pattern))
            {
                return Fail(ConditionFault.WithAnActionPatternThatMatchesNothing, start);
            }

            patterns.Add(pattern);
        }

        return new ConditionExpression.ActionMatches(patterns.MoveToImmutable());
    }

    private ImmutableArray<(int Start, string Text)>? ReadTexts()
    {
        var texts = ImmutableArray.CreateBuilder<(int, string)>();
        _scan.Takes('{');
        do
        {
            var start = _scan.Start();
            if (_scan.Text() is not { } found)
            {
                return null;
            }

            texts.Add((start, found));
        }
        while (_scan.Takes(','));
        if (_scan.Takes('}'))
        {
            return texts.ToImmutable();
        }

        Fail();
        return null;
    }

    private ConditionExpression.Comparison? ReadComparison()
    {
        if (ReadOperand() is not { } left
            || _scan.Operator() is not var (quantifier, by)
            || ReadOperand() is not { } right)
        {
            return null;
        }

        return new ConditionExpression.Comparison(left, by, right, quantifier);
    }

    private ConditionOperand? ReadOperand()
    {
        if (_scan.IsAtAttribute())
        {
            return ReadAttribute();
        }

        if (!_scan.Takes('{'))
        {
            return _scan.Value() is { } value ? ConditionOperand.Of(value) : null;
        }

        var values = ImmutableArray.CreateBuilder<ConditionValue>();
        do
        {
            if (_scan.Value() is not { } value)
            {
                return null;
            }

            values.Add(value);
        }
        while (_scan.Takes(','));
        if (_scan.Takes('}'))
        {
            return ConditionOperand.Of(values.ToImmutable());
        }

        Fail();
        return null;
    }

    private ConditionOperand.Named? ReadAttribute() =>
        _scan.Attribute() is { } attribute ? new ConditionOperand.Named(attribute) : null;

    // What is written with few parentheses can need more of them in the canonical text.
    private ConditionExpression? Bounded(ConditionExpression expression, int start) =>
        expression.Depth <= Condition.MaximumDepth ? expression : Fail(ConditionFault.TooDeeplyNested, start);

    private ConditionExpression? Fail(ConditionFault kind, int offset)
    {
        _scan.Fail(kind, offset);
        return null;
    }

    private ConditionExpression? Fail()
    {
        _scan.FailHere();
        return null;
    }
}
