using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Evaluates calls and accesses, and says what is left of those that are not known.</summary>
internal sealed class TemplateCalls(TemplateEvaluator evaluator)
{
    public ConfigurationValue Evaluate(TemplateExpression.Call call, TemplateFrame frame) => call.Name switch
    {
        "parameters" => Named(call, frame, name => frame.Scope.Parameter(name, evaluator)),
        "variables" => Named(call, frame, name => frame.Scope.Variable(name, evaluator)),
        "copyindex" => CopyIndex(call, frame),
        "if" => If(call, frame),
        "and" => Junction(call, frame, false),
        "or" => Junction(call, frame, true),
        "coalesce" => Coalesce(call, frame),
        _ => Apply(call, [.. call.Arguments.Select(argument => evaluator.Evaluate(argument, frame))]),
    };

    public ConfigurationValue Evaluate(TemplateExpression.Access access, TemplateFrame frame)
    {
        var target = evaluator.Evaluate(access.Target, frame);
        var key = evaluator.Evaluate(access.Key, frame);
        evaluator.Budget.Spend(target.Members.Length);
        if (target.Unresolved is { IsFaulty: true } || key.Unresolved is { IsFaulty: true })
        {
            return TemplateResidues.Unknown([target, key], null);
        }

        if (target.Unresolved is not null || key.Unresolved is not null)
        {
            return TemplateResidues.Unknown([target, key], TemplateResidues.Of("[]", [target, key]));
        }

        var found = target.Kind switch
        {
            ConfigurationNodeKind.Object when key.Kind == ConfigurationNodeKind.Text => target.Member(key.Text),
            ConfigurationNodeKind.Array when key.Integer is { } at && at >= 0 && at < target.Items.Length =>
                target.Items[(int)at],
            _ => ConfigurationValue.Absent,
        };
        if (found.Kind == ConfigurationNodeKind.Absent)
        {
            return ConfigurationValue.Faulty($"there is no {Plaintext.Quote(key.Text)} in the value");
        }

        return found.Parameter is null && target.Parameter is not null
            ? found with { Parameter = target.Parameter }
            : found;
    }

    private ConfigurationValue Named(
        TemplateExpression.Call call, TemplateFrame frame, Func<string, ConfigurationValue> find)
    {
        if (call.Arguments is not [var argument])
        {
            return Misused(call);
        }

        var name = evaluator.Evaluate(argument, frame);
        return name.Kind switch
        {
            ConfigurationNodeKind.Text => find(name.Text),
            ConfigurationNodeKind.Unresolved => Left(call, name),
            _ => Misused(call),
        };
    }

    private ConfigurationValue CopyIndex(TemplateExpression.Call call, TemplateFrame frame)
    {
        var arguments = call.Arguments.Select(argument => evaluator.Evaluate(argument, frame)).ToImmutableArray();
        var name = arguments is [{ Kind: ConfigurationNodeKind.Text } first, ..] ? first.Text : null;
        var offset = arguments.Length == (name is null ? 0 : 1) ? 0 : arguments[^1].Integer;
        if (offset is null || arguments.Length > (name is null ? 1 : 2))
        {
            return Misused(call);
        }

        var loop = frame.Loop?.Find(name);
        return loop switch
        {
            null => ConfigurationValue.Faulty("`copyIndex` is used outside of its loop"),
            { Index: { } index } => ConfigurationValue.Of(unchecked(index + offset.Value)),
            _ => ConfigurationValue.Of(new Unresolved("", "the number of copies is not known", null)),
        };
    }

    private ConfigurationValue If(TemplateExpression.Call call, TemplateFrame frame)
    {
        if (call.Arguments is not [var test, var whenTrue, var whenFalse])
        {
            return Misused(call);
        }

        var condition = evaluator.Evaluate(test, frame);
        switch (condition.Kind)
        {
            case ConfigurationNodeKind.Boolean:
                return evaluator.Evaluate(condition.Flag == true ? whenTrue : whenFalse, frame);
            case ConfigurationNodeKind.Unresolved:
                // Whatever the condition, two equal branches are the value.
                var (first, second) = (evaluator.Evaluate(whenTrue, frame), evaluator.Evaluate(whenFalse, frame));
                evaluator.Budget.Spend(Math.Min(first.Weight, second.Weight));
                return TemplateEquality.Compare(first, second) == true ? first : Left(call, condition, first, second);
            default:
                return Misused(call);
        }
    }

    // One argument that decides is enough, and those that are not known do not matter then.
    private ConfigurationValue Junction(TemplateExpression.Call call, TemplateFrame frame, bool deciding)
    {
        var arguments = ImmutableArray.CreateBuilder<ConfigurationValue>();
        foreach (var argument in call.Arguments)
        {
            var value = evaluator.Evaluate(argument, frame);
            if (value.Kind == ConfigurationNodeKind.Boolean)
            {
                if (value.Flag == deciding)
                {
                    return ConfigurationValue.Of(deciding);
                }
            }
            else if (value.Kind != ConfigurationNodeKind.Unresolved)
            {
                return Misused(call);
            }

            arguments.Add(value);
        }

        return arguments.Count == 0 ? Misused(call)
            : arguments.Any(value => value.Kind == ConfigurationNodeKind.Unresolved) ? Left(call, [.. arguments])
            : ConfigurationValue.Of(!deciding);
    }

    private ConfigurationValue Coalesce(TemplateExpression.Call call, TemplateFrame frame)
    {
        var arguments = ImmutableArray.CreateBuilder<ConfigurationValue>();
        foreach (var argument in call.Arguments)
        {
            var value = evaluator.Evaluate(argument, frame);
            if (arguments.Count == 0
                && value.Kind is not (ConfigurationNodeKind.Null or ConfigurationNodeKind.Unresolved))
            {
                return value;
            }

            if (value.Kind != ConfigurationNodeKind.Null)
            {
                arguments.Add(value);
            }
        }

        return call.Arguments.IsEmpty ? Misused(call)
            : arguments.Count == 0 ? ConfigurationValue.Null
            : Left(call, [.. arguments]);
    }

    private ConfigurationValue Apply(TemplateExpression.Call call, ImmutableArray<ConfigurationValue> arguments)
    {
        if (!TemplateFunctions.All.TryGetValue(call.Name, out var function))
        {
            return Unknown(call, arguments);
        }

        if (arguments.Length < function.Minimum || arguments.Length > function.Maximum)
        {
            return Misused(call);
        }

        foreach (var argument in arguments)
        {
            evaluator.Budget.Spend(function.IsShallow
                ? 1 + argument.Items.Length + argument.Members.Length
                : argument.Weight);
        }

        if (!function.TakesUnresolved && arguments.Any(value => value.Kind == ConfigurationNodeKind.Unresolved))
        {
            return Left(call, [.. arguments]);
        }

        var value = function.Body(arguments);
        evaluator.Budget.Spend(value.Text.Length + value.Items.Length + value.Members.Length);
        return value switch
        {
            { Kind: ConfigurationNodeKind.Absent } => Misused(call),
            { Unresolved: { IsFaulty: false, Residue: null } left } =>
                value.With(left with { Residue = TemplateResidues.Of(call.Name, arguments) }),
            _ => value,
        };
    }

    private static ConfigurationValue Unknown(
        TemplateExpression.Call call, ImmutableArray<ConfigurationValue> arguments)
    {
        // Each of these gives something else at each call.
        var residue = call.Name is "newguid" or "utcnow" ? null : TemplateResidues.Of(call.Name, arguments);
        return arguments.Any(value => value.Unresolved is { IsFaulty: true })
            ? TemplateResidues.Unknown(arguments, residue)
            : ConfigurationValue.Of(
                new Unresolved("", $"what {Plaintext.Quote(call.NameAsWritten)} gives is not known", residue));
    }

    private static ConfigurationValue Left(
        TemplateExpression.Call call, params ImmutableArray<ConfigurationValue> arguments) =>
        TemplateResidues.Unknown(arguments, TemplateResidues.Of(call.Name, arguments));

    private static ConfigurationValue Misused(TemplateExpression.Call call) => ConfigurationValue.Faulty(
        $"{Plaintext.Quote(call.NameAsWritten)} does not take what it is given");
}
