using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Evaluates the values of one template as far as they are known. Serves one reading on one thread.</summary>
internal sealed class TemplateEvaluator
{
    private readonly Dictionary<string, OneOf<TemplateExpression, string>> _parsed = new(StringComparer.Ordinal);
    private readonly HashSet<(string Path, string Detail)> _reported = [];
    private readonly ImmutableArray<DocumentFault>.Builder _notices = ImmutableArray.CreateBuilder<DocumentFault>();
    private readonly TemplateCalls _calls;

    public TemplateEvaluator() => _calls = new TemplateCalls(this);

    public TemplateBudget Budget { get; } = new();

    public ImmutableArray<DocumentFault> Notices => _notices.ToImmutable();

    /// <summary>Records a problem; once for each place, however often a loop comes by.</summary>
    public void Report(ConfigurationPath path, ConfigurationValue value, string detail) =>
        Report(DocumentFaultKind.Malformed, path, value, detail);

    public void Report(DocumentFaultKind kind, ConfigurationPath path, ConfigurationValue value, string detail)
    {
        var place = path.ToString();
        if (_reported.Add((place, detail)))
        {
            _notices.Add(new DocumentFault(kind, place, value.Offset ?? 0, detail));
        }
    }

    /// <summary>Evaluates every expression in a value. What holds none is returned as it is.</summary>
    public ConfigurationValue Evaluate(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame)
    {
        if (source is { Members.IsEmpty: true, Items.IsEmpty: true, Kind: not ConfigurationNodeKind.Text })
        {
            return source;
        }

        if (!Budget.Spend(1))
        {
            return TooMuch(source.Text);
        }

        var value = Budget.Enter() ? EvaluateHere(source, path, frame) : TooDeep(source.Text);
        Budget.Leave();
        return value;
    }

    /// <summary>Evaluates an expression.</summary>
    public ConfigurationValue Evaluate(TemplateExpression expression, TemplateFrame frame)
    {
        if (!Budget.Spend(1))
        {
            return TooMuch("");
        }

        if (!Budget.Enter())
        {
            Budget.Leave();
            return TooDeep("");
        }

        var value = expression switch
        {
            TemplateExpression.Literal literal => literal.Value,
            TemplateExpression.Call call => _calls.Evaluate(call, frame),
            TemplateExpression.Access access => _calls.Evaluate(access, frame),
            _ => throw new InvalidOperationException("an expression of an unknown form"),
        };
        Budget.Leave();
        return Limit(value);
    }

    /// <summary>Returns a value, unless it is too large to go on with.</summary>
    public static ConfigurationValue Limit(ConfigurationValue value) =>
        value.Weight > ConfigurationValue.MaximumWeight || value.Depth > ConfigurationValue.MaximumDepth
            ? ConfigurationValue.Of(new Unresolved("", "the value is too large", null))
            : value;

    private static ConfigurationValue TooMuch(string expression) =>
        ConfigurationValue.Of(new Unresolved(expression, "the document needs too many steps", null));

    private static ConfigurationValue TooDeep(string expression) =>
        ConfigurationValue.Of(new Unresolved(expression, "the expressions need each other too deeply", null));

    private ConfigurationValue EvaluateHere(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame) =>
        source.Kind switch
        {
            ConfigurationNodeKind.Text => EvaluateText(source, path, frame),
            ConfigurationNodeKind.Array => EvaluateArray(source, path, frame),
            _ => EvaluateObject(source, path, frame),
        };

    private ConfigurationValue EvaluateText(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame)
    {
        if (!TemplateParser.IsExpression(source.Text))
        {
            var text = TemplateParser.Unescape(source.Text);
            return ReferenceEquals(text, source.Text)
                ? source
                : ConfigurationValue.Of(text) with { Offset = source.Offset };
        }

        if (!_parsed.TryGetValue(source.Text, out var parsed))
        {
            Budget.Spend(source.Text.Length);
            parsed = TemplateParser.Read(source.Text);
            _parsed[source.Text] = parsed;
        }

        var value = parsed.Match(
            expression => Evaluate(expression, frame),
            ConfigurationValue.Faulty);
        if (value.Unresolved is { } unresolved)
        {
            if (unresolved.IsFaulty)
            {
                Report(path, source, unresolved.Reason);
            }

            value = value.With(unresolved with { Expression = source.Text });
        }

        return value with { Offset = source.Offset };
    }

    private ConfigurationValue EvaluateArray(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame)
    {
        var items = ImmutableArray.CreateBuilder<ConfigurationValue>(source.Items.Length);
        var isChanged = false;
        foreach (var (at, item) in source.Items.Index())
        {
            var value = Evaluate(item, path.Item(at), frame);
            isChanged |= !ReferenceEquals(value, item);
            items.Add(value);
        }

        return isChanged
            ? Limit(ConfigurationValue.Of(items.DrainToImmutable())) with { Offset = source.Offset }
            : source;
    }

    private ConfigurationValue EvaluateObject(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame)
    {
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ConfigurationValue>>(source.Members.Length);
        var isChanged = false;
        foreach (var (name, member) in source.Members)
        {
            var place = path.Member(name);
            if (TemplateCopies.IsCopy(name, member))
            {
                isChanged = true;
                foreach (var (at, copy) in member.Items.Index())
                {
                    var made = TemplateCopies.Expand(copy, place.Item(at), frame, this) with { Offset = copy.Offset };
                    members.Add(KeyValuePair.Create(copy.TextOf("name")!, made));
                }

                continue;
            }

            var value = Evaluate(member, place, frame);
            isChanged |= !ReferenceEquals(value, member);
            members.Add(KeyValuePair.Create(name, value));
        }

        return isChanged
            ? Limit(ConfigurationValue.Of(members.DrainToImmutable())) with { Offset = source.Offset }
            : source;
    }
}
