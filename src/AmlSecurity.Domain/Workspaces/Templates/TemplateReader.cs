using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Reads the resources of a template, with those inside other resources and inside nested
/// deployments.</summary>
internal sealed class TemplateReader
{
    private const string Deployment = "Microsoft.Resources/deployments";

    // What is read apart from the body of its resource.
    private static readonly ImmutableArray<string> Apart = ["resources", "copy"];

    private readonly TemplateEvaluator _evaluator = new();
    private readonly ImmutableArray<ConfigurationResource>.Builder _resources =
        ImmutableArray.CreateBuilder<ConfigurationResource>();

    private TemplateReader()
    {
    }

    /// <summary>Determines whether a document is a template.</summary>
    public static bool IsTemplate(ConfigurationValue document) =>
        document.Member("resources").Kind is ConfigurationNodeKind.Array or ConfigurationNodeKind.Object
        && document.Member("id").Kind == ConfigurationNodeKind.Absent
        && (document.TextOf("$schema") is not null
            || document.TextOf("contentVersion") is not null
            || document.Member("type").Kind == ConfigurationNodeKind.Absent);

    public static (ImmutableArray<ConfigurationResource> Resources, ImmutableArray<DocumentFault> Notices) Read(
        ConfigurationValue template, GivenParameters given)
    {
        var reader = new TemplateReader();
        var scope = new TemplateScope(template, ConfigurationPath.Root, given);
        foreach (var name in given.Names.Where(name => !scope.Declares(name)))
        {
            reader._evaluator.Report(
                DocumentFaultKind.Irregular,
                ConfigurationPath.Root.Member("parameters"),
                template.Member("parameters"),
                $"the template declares no parameter {Plaintext.Quote(name)}");
        }

        reader.ReadAll(
            template.Member("resources"),
            ConfigurationPath.Root.Member("resources"),
            new TemplateFrame(scope, null),
            new TemplateParent(null, [], true));
        return (reader._resources.ToImmutable(), [.. given.Notices, .. reader._evaluator.Notices]);
    }

    private void ReadAll(
        ConfigurationValue resources, ConfigurationPath path, TemplateFrame frame, TemplateParent parent)
    {
        foreach (var (at, resource) in resources.Items.Index())
        {
            ReadTurns(resource, path.Item(at), frame, parent);
        }

        // The newer form names each resource, also those that are only referred to.
        foreach (var (name, resource) in resources.Members)
        {
            if (resource.Member("existing").Flag != true)
            {
                ReadTurns(resource, path.Member(name), frame, parent);
            }
        }
    }

    private void ReadTurns(
        ConfigurationValue resource, ConfigurationPath path, TemplateFrame frame, TemplateParent parent)
    {
        if (resource.Kind != ConfigurationNodeKind.Object)
        {
            _evaluator.Report(
                DocumentFaultKind.OfTheWrongType, path, resource, "it is not a resource, which is an object");
            return;
        }

        foreach (var turn in TemplateCopies.TurnsOf(resource, path, frame, _evaluator))
        {
            Read(resource, path, frame with { Loop = turn }, parent);
        }
    }

    private void Read(ConfigurationValue resource, ConfigurationPath path, TemplateFrame frame, TemplateParent parent)
    {
        var nested = NestedIn(resource);
        var body = new ConfigurationNode(Evaluate(BodyOf(resource, nested is not null), path, frame), path, 0);
        var type = parent.TypeOf(body["type"].AsText);
        if (type is null)
        {
            _evaluator.Report(
                DocumentFaultKind.Missing, path, resource, "the type of the resource is missing or not known");
        }

        var names = parent.Names.Add(body["name"].Value);
        var name = TemplateNames.Join(names) with { Offset = body["name"].Offset };
        var condition = parent.And(ConditionOf(body["condition"]));
        _resources.Add(new ConfigurationResource(
            type, new ConfigurationNode(name, path.Member("name"), 0), null, condition, body));

        if (nested is not null)
        {
            ReadNested(nested, resource, path.Member("properties"), frame, condition);
        }
        else if (body["properties"]["templateLink"].IsKnown)
        {
            _evaluator.Report(
                DocumentFaultKind.Irregular, path, resource, "the deployment takes its template from elsewhere");
        }

        // Azure does not pass a condition on to the resources inside.
        ReadAll(
            resource.Member("resources"),
            path.Member("resources"),
            frame,
            new TemplateParent(type, names, parent.Condition));
    }

    // Parts that many resources share take little here, and as much as all of them for whoever walks through them.
    private ConfigurationValue Evaluate(ConfigurationValue source, ConfigurationPath path, TemplateFrame frame)
    {
        var body = _evaluator.Evaluate(source, path, frame);
        return _evaluator.Budget.Hold(body.Weight - (frame.Loop is null ? source.Weight : 0))
            ? body
            : ConfigurationValue.Of(
                [
                    .. body.Members.Select(member => member.Value.Depth == 0
                        ? member
                        : KeyValuePair.Create(member.Key, TemplateLists.TooLarge)),
                ]);
    }

    private void ReadNested(
        ConfigurationValue template,
        ConfigurationValue deployment,
        ConfigurationPath path,
        TemplateFrame frame,
        bool? condition)
    {
        var place = path.Member("template");
        var properties = deployment.Member("properties");
        var isInner = string.Equals(
            properties.Member("expressionEvaluationOptions").TextOf("scope"),
            "inner",
            StringComparison.OrdinalIgnoreCase);
        if (isInner)
        {
            var given = _evaluator.Evaluate(properties.Member("parameters"), path.Member("parameters"), frame);
            frame = new TemplateFrame(new TemplateScope(template, place, GivenParameters.Of(given)), null);
        }

        ReadAll(
            template.Member("resources"),
            place.Member("resources"),
            frame,
            new TemplateParent(null, [], condition));
    }

    private static ConfigurationValue? NestedIn(ConfigurationValue resource) =>
        string.Equals(resource.TextOf("type"), Deployment, StringComparison.OrdinalIgnoreCase)
        && resource.Member("properties").Member("template") is { Kind: ConfigurationNodeKind.Object } template
            ? template
            : null;

    private static ConfigurationValue BodyOf(ConfigurationValue resource, bool isNested) => ConfigurationValue.Of(
        [
            .. resource.Members
                .Where(member => !Apart.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
                .Select(member => isNested && "properties".Equals(member.Key, StringComparison.OrdinalIgnoreCase)
                    ? KeyValuePair.Create(member.Key, WithoutTemplate(member.Value))
                    : member),
        ]) with
    {
        Offset = resource.Offset,
    };

    private static ConfigurationValue WithoutTemplate(ConfigurationValue properties) => ConfigurationValue.Of(
        [
            .. properties.Members.Where(
                member => !string.Equals(member.Key, "template", StringComparison.OrdinalIgnoreCase)),
        ]) with
    {
        Offset = properties.Offset,
    };

    private static bool? ConditionOf(ConfigurationNode condition) =>
        condition.Kind is ConfigurationNodeKind.Absent or ConfigurationNodeKind.Null ? true : condition.AsBoolean;
}
