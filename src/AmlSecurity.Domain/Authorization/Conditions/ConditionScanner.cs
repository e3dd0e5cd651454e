using System.Buffers;
using System.Text;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Takes the words and values of a condition from its text.</summary>
internal ref struct ConditionScanner(string text)
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly SearchValues<char> OfWords =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    private static readonly SearchValues<char> Signs = SearchValues.Create("()[]{}!&|@,:'");

    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;

    /// <summary>Gets what is wrong, once something is.</summary>
    public TextFault<ConditionFault> Fault { get; private set; }

    /// <summary>Steps over blanks.</summary>
    /// <returns>The offset of what stands behind them.</returns>
    public int Start()
    {
        var blanks = _text[_at..].IndexOfAnyExcept(Blanks);
        _at = blanks < 0 ? _text.Length : _at + blanks;
        return _at;
    }

    public bool IsAtEnd() => Start() == _text.Length;

    /// <summary>Takes one sign, if it is the next.</summary>
    public bool Takes(char sign)
    {
        var isNext = Start() < _text.Length && _text[_at] == sign;
        _at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary>Takes a logical operator, as a word or as a sign.</summary>
    public bool Takes(string word, string sign)
    {
        if (TakesWord(word))
        {
            return true;
        }

        var isNext = _text[_at..].StartsWith(sign);
        _at += isNext ? sign.Length : 0;
        return isNext;
    }

    /// <summary>Takes a whole word in any case.</summary>
    public bool TakesWord(string word)
    {
        Start();
        var isNext = Peek(OfWords).Equals(word, StringComparison.OrdinalIgnoreCase);
        _at += isNext ? word.Length : 0;
        return isNext;
    }

    /// <summary>Takes a word if a sign stands behind it.</summary>
    public bool TakesBefore(string word, char sign)
    {
        var before = Start();
        if (TakesWord(word) && Start() < _text.Length && _text[_at] == sign)
        {
            return true;
        }

        _at = before;
        return false;
    }

    /// <summary>Determines whether the name of an attribute comes next; its <c>@</c> may be left out.</summary>
    public bool IsAtAttribute()
    {
        Start();
        var word = Peek(Letters);
        return (_at < _text.Length && _text[_at] == '@')
            || (ConditionOperators.FindSource(word) is not null && _text[(_at + word.Length)..].StartsWith("["));
    }

    /// <summary>Takes an attribute.</summary>
    /// <returns>The attribute, or null with a fault.</returns>
    public AttributeName? Attribute()
    {
        if (!IsAtAttribute())
        {
            FailHere();
            return null;
        }

        Takes('@');
        var word = Peek(Letters);
        if (ConditionOperators.FindSource(word) is not { } source)
        {
            Fail(_at == _text.Length ? ConditionFault.CutShort : ConditionFault.WithAnUnknownSource, _at);
            return null;
        }

        _at += word.Length;
        if (!Takes('['))
        {
            FailHere();
            return null;
        }

        var start = Start();
        var length = _text[start..].IndexOf(']');
        if (length < 0)
        {
            Fail(ConditionFault.CutShort, _text.Length);
            return null;
        }

        var name = _text.Slice(start, length).TrimEnd(" \t\r\n");
        if (!AttributeName.IsName(name))
        {
            Fail(ConditionFault.WithoutAnAttributeName, start);
            return null;
        }

        _at = start + length + 1;
        return new AttributeName(source, name.ToString());
    }

    /// <summary>Takes an operator with its quantifier.</summary>
    /// <returns>Both, or null with a fault.</returns>
    public (ConditionQuantifier Quantifier, ConditionOperator By)? Operator()
    {
        var start = Start();
        var word = Peek(Letters);
        var quantifier = ConditionOperators.FindQuantifier(word);
        if (quantifier is not null)
        {
            _at += word.Length;
            if (!Takes(':'))
            {
                FailHere();
                return null;
            }

            start = Start();
            word = Peek(Letters);
        }

        if (ConditionOperators.Find(word) is not { } by)
        {
            if (word.IsEmpty)
            {
                FailHere();
            }
            else
            {
                Fail(ConditionFault.WithAnUnknownOperator, start);
            }

            return null;
        }

        _at += word.Length;
        return (quantifier ?? ConditionQuantifier.None, by);
    }

    /// <summary>Takes a value.</summary>
    /// <returns>The value, or null with a fault.</returns>
    public ConditionValue? Value()
    {
        if (Start() < _text.Length && _text[_at] == '\'')
        {
            return Text() is { } quoted ? new ConditionValue.Text(quoted) : null;
        }

        var word = Peek(OfWords);
        ConditionValue? value = word switch
        {
            _ when word.Equals("true", StringComparison.OrdinalIgnoreCase) => new ConditionValue.Truth(true),
            _ when word.Equals("false", StringComparison.OrdinalIgnoreCase) => new ConditionValue.Truth(false),
            _ when Plaintext.IsGuid(word) || Plaintext.IsGuidWithoutDashes(word.ToString()) =>
                new ConditionValue.Id(Guid.Parse(word)),
            _ when ConditionNumber.IsNumber(word) && ConditionNumber.Read(word) is { } number =>
                new ConditionValue.Number(number),
            _ => null,
        };
        if (value is null && ConditionNumber.IsNumber(word))
        {
            Fail(ConditionFault.WithAnInexactNumber, _at);
        }
        else if (value is null)
        {
            FailHere();
        }

        _at += word.Length;
        return value;
    }

    /// <summary>Takes a text in quotes; two quotes in it are one of its own.</summary>
    /// <returns>The text, or null with a fault.</returns>
    public string? Text()
    {
        var start = Start();
        if (!Takes('\''))
        {
            FailHere();
            return null;
        }

        StringBuilder? pieces = null;
        while (true)
        {
            var length = _text[_at..].IndexOf('\'');
            if (length < 0)
            {
                Fail(ConditionFault.WithAnUnclosedText, start);
                return null;
            }

            var piece = _text.Slice(_at, length);
            _at += length + 1;
            if (_at == _text.Length || _text[_at] != '\'')
            {
                return pieces is null ? piece.ToString() : pieces.Append(piece).ToString();
            }

            pieces = (pieces ?? new StringBuilder()).Append(piece).Append('\'');
            _at++;
        }
    }

    /// <summary>Records what is wrong at a place.</summary>
    public void Fail(ConditionFault kind, int offset) => Fault = new TextFault<ConditionFault>(kind, offset);

    /// <summary>Records that what stands here does not belong here.</summary>
    public void FailHere()
    {
        Start();
        var kind = _at == _text.Length ? ConditionFault.CutShort
            : OfWords.Contains(_text[_at]) || Signs.Contains(_text[_at]) ? ConditionFault.WithSomethingOutOfPlace
            : ConditionFault.WithAForeignCharacter;
        Fail(kind, _at);
    }

    private readonly ReadOnlySpan<char> Peek(SearchValues<char> characters)
    {
        var rest = _text[_at..];
        var length = rest.IndexOfAnyExcept(characters);
        return length < 0 ? rest : rest[..length];
    }
}
