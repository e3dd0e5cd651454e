using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Unrolls the loops of a template, as far as the number of turns is known.</summary>
internal static class TemplateCopies
{
    /// <summary>Determines whether a member is a list of loops, each of which makes a member.</summary>
    public static bool IsCopy(string name, ConfigurationValue value) =>
        string.Equals(name, "copy", StringComparison.OrdinalIgnoreCase)
        && !value.Items.IsEmpty
        && value.Items.All(item => item.TextOf("name") is not null
            && item.Member("input").Kind != ConfigurationNodeKind.Absent);

    /// <summary>Evaluates a loop that makes a list.</summary>
    public static ConfigurationValue Expand(
        ConfigurationValue copy, ConfigurationPath path, TemplateFrame frame, TemplateEvaluator evaluator)
    {
        var count = evaluator.Evaluate(copy.Member("count"), path.Member("count"), frame);
        if (count.Integer is not { } turns || turns is < 0 or > TemplateLoop.MaximumTurns)
        {
            return NotCounted(count);
        }

        var items = ImmutableArray.CreateBuilder<ConfigurationValue>();
        for (var turn = 0L; turn < turns; turn++)
        {
            var inside = frame with { Loop = new TemplateLoop(copy.TextOf("name")!, turn, frame.Loop) };
            items.Add(evaluator.Evaluate(copy.Member("input"), path.Member("input"), inside));
        }

        return TemplateEvaluator.Limit(ConfigurationValue.Of(items.DrainToImmutable()));
    }

    /// <summary>Lists the turns of the loop that makes a resource; one of an unknown index if they are not
    /// known.</summary>
    public static ImmutableArray<TemplateLoop?> TurnsOf(
        ConfigurationValue resource, ConfigurationPath path, TemplateFrame frame, TemplateEvaluator evaluator)
    {
        var copy = resource.Member("copy");
        if (copy.Kind != ConfigurationNodeKind.Object)
        {
            return [frame.Loop];
        }

        path = path.Member("copy");
        var name = copy.TextOf("name") ?? "";
        var count = evaluator.Evaluate(copy.Member("count"), path.Member("count"), frame);
        if (count.Integer is not { } turns || turns is < 0 or > TemplateLoop.MaximumTurns)
        {
            if (count.Kind != ConfigurationNodeKind.Unresolved)
            {
                evaluator.Report(path.Member("count"), copy, "the number of copies is not one from 0 to 800");
            }

            return [new TemplateLoop(name, null, frame.Loop)];
        }

        if (!evaluator.Budget.Repeat(turns))
        {
            evaluator.Report(path, copy, "the loops of the template make too many resources");
            return [new TemplateLoop(name, null, frame.Loop)];
        }

        return [.. Enumerable.Range(0, (int)turns).Select(turn => new TemplateLoop(name, turn, frame.Loop))];
    }

    private static ConfigurationValue NotCounted(ConfigurationValue count) =>
        count.Kind == ConfigurationNodeKind.Unresolved
            ? ConfigurationValue.Of(new Unresolved("", "the number of copies is not known", null))
            : ConfigurationValue.Faulty("the number of copies is not one from 0 to 800");
}
