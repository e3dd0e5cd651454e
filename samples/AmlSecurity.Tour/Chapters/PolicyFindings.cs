using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows what the rules say of the roles and assignments read.</summary>
internal static class PolicyFindings
{
    private const int Most = 12;

    public static void Print(TourInputs inputs, IAnsiConsole console)
    {
        var findings = inputs.Policy.Assess();
        if (findings.IsEmpty)
        {
            console.MarkupLine("The rules for roles and assignments have nothing to say of these inputs.");
            return;
        }

        console.MarkupLine("[bold]Findings: what the rules say of roles and assignments[/]");
        var table = TourTable.Of("rule", "weight", "of", "place", "what");
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity).Take(Most))
        {
            var (owner, place) = Locate(inputs, finding);
            table.AddRow(
                finding.Rule.Text,
                finding.Severity == FindingSeverity.Violation
                    ? "[red]violation[/]"
                    : TourDocument.Word(finding.Severity),
                SafeText.Markup(owner, 40),
                SafeText.Markup(place, 40),
                SafeText.Markup(finding.Message, 160));
        }

        console.Write(table);
        Remainder.Print(console, findings.Length, Most);
    }

    public static JsonArray ToJson(TourInputs inputs) =>
        TourDocument.List(inputs.Policy.Assess(), finding => new JsonObject
        {
            ["rule"] = finding.Rule.Text,
            ["severity"] = TourDocument.Word(finding.Severity),
            ["of"] = Locate(inputs, finding).Owner,
            ["path"] = finding.Path,
            ["message"] = finding.Message,
            ["remedy"] = finding.Remedy,
        });

    // A finding counts roles and assignments over all files, so its index says little to the reader of one.
    private static (string Owner, string Place) Locate(TourInputs inputs, Finding finding)
    {
        var path = finding.Path;
        return Index(path, "$.roles[", out var rest) is { } role ? (inputs.Policy.Roles[role].Name, rest)
            : Index(path, "$.assignments[", out rest) is { } held ? (Describe(inputs, inputs.Policy.Assignments[held]), rest)
            : ("the policy", path);
    }

    private static string Describe(TourInputs inputs, RoleAssignment assignment) =>
        $"{inputs.Names.Of(assignment.PrincipalId)}: {assignment.Role}";

    private static int? Index(string path, string start, out string rest)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        rest = end < 0 ? "" : path[(end + 1)..].TrimStart('.');
        return path.StartsWith(start, StringComparison.Ordinal)
            ? int.Parse(path.AsSpan(start.Length, end - start.Length), CultureInfo.InvariantCulture)
            : null;
    }
}
