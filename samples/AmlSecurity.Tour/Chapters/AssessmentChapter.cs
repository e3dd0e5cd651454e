using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Assessment;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>What the rules have against the templates of the folder, and what private link or a customer-managed key
/// would require.</summary>
internal sealed class AssessmentChapter : IChapter
{
    private const int MostFindings = 60;
    private const int MostNames = 4;

    public string Name => "assessment";

    public string Title => "Templates judged, and what private link or a key of one's own would require";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Templates.IsEmpty)
        {
            console.MarkupLine("The folder holds no template; a file of one is named templates*.json.");
        }

        foreach (var story in TemplateStory.All(inputs))
        {
            Print(console, story, inputs.Policy.Rules);
        }
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["files"] = TourDocument.List(TemplateStory.All(inputs), AssessmentJson.Write),
    };

    private static void Print(IAnsiConsole console, TemplateStory story, RuleSet rules)
    {
        console.MarkupLine($"[bold]{SafeText.Markup(story.Input.Name)}[/] [grey]({TourDocument.Word(story.Input.Shape)})[/]");
        foreach (var resource in story.Input.Workspace.Documents.Resources)
        {
            var deployed = resource.Condition switch { true => "", false => ", not deployed", null => ", perhaps" };
            console.MarkupLine(
                $"  {SafeText.Markup(resource.Type ?? "no type")} [grey]at {SafeText.Markup(resource.Path)}{deployed}[/]");
        }

        foreach (var notice in story.Input.Notices)
        {
            console.MarkupLine($"  [yellow]{SafeText.Markup(notice.Path)}: {SafeText.Markup(notice.Reason)}[/]");
        }

        console.WriteLine();
        console.MarkupLine($"Findings under the rule set {rules}:{(story.Findings.IsEmpty ? " none" : "")}");
        PrintFindings(console, story.Findings);
        foreach (var workspace in story.Workspaces)
        {
            Print(console, workspace);
        }
    }

    private static void PrintFindings(IAnsiConsole console, ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
        {
            return;
        }

        var table = TourTable.Of("severity", "rule", "path", "what", "what would satisfy it");
        foreach (var finding in findings.Take(MostFindings))
        {
            table.AddRow(
                Show(finding.Severity),
                finding.Rule.Text,
                SafeText.Markup(finding.Path, 120),
                SafeText.Markup(finding.Message, 300),
                SafeText.Markup(finding.Remedy ?? "-", 300));
        }

        console.Write(table);
        Remainder.Print(console, findings.Length, MostFindings);
    }

    private static void Print(IAnsiConsole console, WorkspaceStory workspace)
    {
        console.MarkupLine($"[bold]Workspace {SafeText.Markup(workspace.Name)}[/] [grey]editions by {workspace.Rules}[/]");
        console.MarkupLine($"  closed off: {SafeText.Markup($"{workspace.Topology}")}");
        console.MarkupLine($"  needs: {SafeText.Markup($"{workspace.Needs}")}");
        console.MarkupLine($"  to stay on Basic: {SafeText.Markup($"{workspace.Plan}")}");
        var stores = workspace.Posture.Stores
            .Where(posture => posture.IsUsed != false)
            .GroupBy(posture => posture.Keys, posture => TourDocument.Word(posture.Store));
        foreach (var keys in stores)
        {
            console.MarkupLine($"  keys {TourDocument.Word(keys.Key)}: {string.Join(", ", keys)}");
        }

        Print(console, "Private link of the workspace", workspace.PrivateLink);
        foreach (var fact in workspace.ToObserve)
        {
            var instead = fact.Alternative is { } other ? $"; {other}" : "";
            console.MarkupLine($"  {SafeText.Markup($"{fact.Statement}{instead}")} ({fact.Rule})");
        }

        Print(console, "A customer-managed key", workspace.CustomerKey);
        Print(console, workspace.KeyPlan);
        console.WriteLine();
    }

    private static void Print(IAnsiConsole console, string what, Requirement requirement)
    {
        var state = requirement.IsThere switch
        {
            true => "is there, and requires",
            false => "is not there, and would require",
            null => "may be there, and requires",
        };
        console.WriteLine();
        console.MarkupLine($"[bold]{what}[/] {state} this edition: {SafeText.Markup($"{requirement.Needs}")}");
        PrintFindings(console, requirement.Findings);
    }

    private static void Print(IAnsiConsole console, KeyStory plan)
    {
        var where = plan.IsOfDocument ? "" : ", which stands for the one that the document does not name";
        console.MarkupLine($"[grey]asked for {SafeText.Markup(plan.Group.Text)}{where}[/]");
        var table = TourTable.Of("rule", "state", "step", plan.AreRoles ? "roles that may, on the subscription" : "who may");
        foreach (var (step, who) in plan.Steps)
        {
            var names = string.Join(", ", who.Take(MostNames))
                + (who.Length > MostNames ? $" and {who.Length - MostNames} more" : "");
            table.AddRow(
                step.Rule.Text,
                TourDocument.Word(step.State),
                SafeText.Markup(step.Step),
                step.Scope is null ? "[grey]Microsoft[/]" : who.IsEmpty ? "[yellow]nobody[/]" : SafeText.Markup(names));
        }

        console.Write(table);
    }

    private static string Show(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Violation => "[red]violation[/]",
        FindingSeverity.Warning => "[yellow]warning[/]",
        FindingSeverity.Advice => "advice",
        _ => "[grey]undetermined[/]",
    };
}
