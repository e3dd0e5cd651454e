namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The parameters and variables of one template; each is evaluated once, when first needed.</summary>
internal sealed class TemplateScope
{
    private readonly Dictionary<string, Declaration> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Declaration> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ConfigurationValue?> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly GivenParameters _given;
    private readonly string _prefix;

    /// <param name="template">The template.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="given">The values of its parameters.</param>
    public TemplateScope(ConfigurationValue template, ConfigurationPath path, GivenParameters given)
    {
        _given = given;
        _prefix = path == ConfigurationPath.Root ? "" : $"{path}/";
        var parameters = path.Member("parameters");
        foreach (var (name, value) in template.Member("parameters").Members)
        {
            _parameters[name] = new Declaration(name, value, parameters.Member(name), false);
        }

        var variables = path.Member("variables");
        foreach (var (name, value) in template.Member("variables").Members)
        {
            if (!TemplateCopies.IsCopy(name, value))
            {
                _variables[name] = new Declaration(name, value, variables.Member(name), false);
                continue;
            }

            foreach (var (at, entry) in value.Items.Index())
            {
                var loop = entry.TextOf("name")!;
                _variables[loop] = new Declaration(loop, entry, variables.Member(name).Item(at), true);
            }
        }
    }

    /// <summary>Determines whether the template has a parameter.</summary>
    public bool Declares(string parameter) => _parameters.ContainsKey(parameter);

    public ConfigurationValue Parameter(string name, TemplateEvaluator evaluator)
    {
        var shown = Plaintext.Quote(name);
        return !_parameters.TryGetValue(name, out var declared)
            ? ConfigurationValue.Faulty($"the template declares no parameter {shown}")
            : Once(
                $"parameters('{name}')",
                $"the parameter {shown}",
                residue => Parameter(declared, residue, evaluator));
    }

    public ConfigurationValue Variable(string name, TemplateEvaluator evaluator)
    {
        var shown = Plaintext.Quote(name);
        return !_variables.TryGetValue(name, out var declared)
            ? ConfigurationValue.Faulty($"the template declares no variable {shown}")
            : Once($"variables('{name}')", $"the variable {shown}", _ => Variable(declared, evaluator));
    }

    private ConfigurationValue Once(string key, string shown, Func<string, ConfigurationValue> evaluate)
    {
        if (_known.TryGetValue(key, out var known))
        {
            return known ?? ConfigurationValue.Faulty($"{shown} needs itself");
        }

        _known[key] = null;
        var value = evaluate(_prefix + key.ToLowerInvariant());
        _known[key] = value;
        return value;
    }

    private ConfigurationValue Variable(Declaration declared, TemplateEvaluator evaluator)
    {
        var frame = new TemplateFrame(this, null);
        return declared.IsLoop
            ? TemplateCopies.Expand(declared.Value, declared.Path, frame, evaluator)
            : evaluator.Evaluate(declared.Value, declared.Path, frame);
    }

    private ConfigurationValue Parameter(Declaration declared, string residue, TemplateEvaluator evaluator)
    {
        var type = declared.Value.TextOf("type");
        var given = _given.Find(declared.Name);
        var isSecure = IsSecure(type) || given is { IsReference: true };
        var value = isSecure
            ? NotKnown("is secure")
            : given?.Value ?? Default();
        if (value.Unresolved is { Residue: null, IsFaulty: false } unresolved)
        {
            value = value.With(unresolved with { Residue = residue });
        }

        return value with { Parameter = new ConfigurationParameter(declared.Name, isSecure, given is not null) };

        ConfigurationValue Default() => declared.Value.Member("defaultValue") is var source
            && source.Kind == ConfigurationNodeKind.Absent
                ? NotKnown("has no value")
                : evaluator.Evaluate(source, declared.Path.Member("defaultValue"), new TemplateFrame(this, null));

        ConfigurationValue NotKnown(string what) => ConfigurationValue.Of(
            new Unresolved("", $"the parameter {Plaintext.Quote(declared.Name)} {what}", null));
    }

    private static bool IsSecure(string? type) =>
        string.Equals(type, "secureString", StringComparison.OrdinalIgnoreCase)
        || string.Equals(type, "secureObject", StringComparison.OrdinalIgnoreCase);

    private sealed record Declaration(string Name, ConfigurationValue Value, ConfigurationPath Path, bool IsLoop);
}
