using System.Collections.Immutable;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Reads one expression, from left to right and once.</summary>
/// <remarks>
/// <c>expression = (string | integer | call) *access</c>, <c>call = name "(" [expression *("," expression)] ")"</c>,
/// <c>access = "." name | "[" expression "]"</c>. A quote in a string is doubled. Blanks may stand between all parts.
/// </remarks>
internal ref struct TemplateParser
{
    /// <summary>The greatest length of an expression, that of Azure.</summary>
    public const int MaximumLength = 24_576;

    /// <summary>The greatest number of expressions around one.</summary>
    public const int MaximumDepth = 64;

    private readonly string _text;
    private readonly int _end;
    private int _at;
    private int _depth;
    private string? _fault;

    private TemplateParser(string text)
    {
        _text = text;
        _at = 1;
        _end = text.Length - 1;
    }

    /// <summary>Determines whether a string of a template is an expression.</summary>
    public static bool IsExpression(string text) => text is ['[', not '[', .., ']'] or ['[', ']'];

    /// <summary>Returns what a string that is no expression says: <c>[[</c> at the beginning is a bracket.</summary>
    public static string Unescape(string text) => text is ['[', '[', .., ']'] ? text[1..] : text;

    /// <summary>Reads an expression with the brackets around it.</summary>
    /// <returns>The expression, or why it is none.</returns>
    public static OneOf<TemplateExpression, string> Read(string text)
    {
        if (text.Length > MaximumLength)
        {
            return "the expression is too long";
        }

        var parser = new TemplateParser(text);
        var expression = parser.Expression();
        if (expression is not null && parser._at < parser._end)
        {
            expression = parser.Fail("the expression goes on after its end");
        }

        return expression is null ? parser._fault ?? "the expression is not complete" : expression;
    }

    private char Here => _at < _end ? _text[_at] : '\0';

    private TemplateExpression? Expression()
    {
        if (++_depth > MaximumDepth)
        {
            return Fail("the expression is nested too deeply");
        }

        Blanks();
        var expression = Here switch
        {
            '\'' => String(),
            '-' or '+' or (>= '0' and <= '9') => Integer(),
            _ => Call(),
        };
        Blanks();
        while (expression is not null && Here is '.' or '[')
        {
            expression = Access(expression!);
            Blanks();
        }

        _depth--;
        return expression;
    }

    private TemplateExpression.Literal? String()
    {
        var from = ++_at;
        while (_at < _end)
        {
            if (_text[_at] != '\'')
            {
                _at++;
            }
            else if (_at + 1 < _end && _text[_at + 1] == '\'')
            {
                _at += 2;
            }
            else
            {
                var text = _text[from.._at++].Replace("''", "'", StringComparison.Ordinal);
                return new TemplateExpression.Literal(ConfigurationValue.Of(text));
            }
        }

        Fail("a string is not closed");
        return null;
    }

    private TemplateExpression? Integer()
    {
        var from = _at++;
        while (char.IsAsciiDigit(Here))
        {
            _at++;
        }

        var word = _text.AsSpan(from, _at - from);
        return long.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new TemplateExpression.Literal(ConfigurationValue.Of(number))
            : Fail("a number is not an integer of 64 bits");
    }

    private TemplateExpression? Call()
    {
        var name = Name();
        Blanks();
        if (name.Length == 0 || Here != '(')
        {
            return Fail(name.Length == 0 ? "a function is missing" : $"{Plaintext.Quote(name)} is not called");
        }

        _at++;
        var arguments = ImmutableArray.CreateBuilder<TemplateExpression>();
        Blanks();
        while (Here != ')' || arguments.Count > 0)
        {
            if (Expression() is not { } argument)
            {
                return null;
            }

            arguments.Add(argument);
            if (Here == ')')
            {
                break;
            }

            if (Here != ',')
            {
                return Fail("a comma or a parenthesis is missing");
            }

            _at++;
        }

        _at++;
        return new TemplateExpression.Call(name, arguments.DrainToImmutable());
    }

    private TemplateExpression? Access(TemplateExpression target)
    {
        if (Here == '.')
        {
            _at++;
            Blanks();
            var name = Name();
            return name.Length == 0
                ? Fail("the name of a member is missing")
                : new TemplateExpression.Access(
                    target, new TemplateExpression.Literal(ConfigurationValue.Of(name)));
        }

        _at++;
        if (Expression() is not { } key)
        {
            return null;
        }

        if (Here != ']')
        {
            return Fail("a bracket is not closed");
        }

        _at++;
        return new TemplateExpression.Access(target, key);
    }

    private string Name()
    {
        var from = _at;
        while (char.IsAsciiLetterOrDigit(Here) || Here is '_' or '$')
        {
            _at++;
        }

        return _text[from.._at];
    }

    private void Blanks()
    {
        while (Here is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private TemplateExpression? Fail(string reason)
    {
        _fault ??= reason;
        return null;
    }
}
