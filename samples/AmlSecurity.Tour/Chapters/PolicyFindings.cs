using System.Globalization;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Resources;
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
        var policy = Assessable(inputs.Policy);
        var findings = policy.Assess();
        if (policy.Assignments.Length < inputs.Policy.Assignments.Length)
        {
            console.MarkupLine(
                "[grey]Assignments in a subscription whose id is no GUID were not checked against the rules.[/]");
        }

        if (findings.IsEmpty)
        {
            console.MarkupLine("The rules for roles and assignments have nothing to say of these inputs.");
            return;
        }

        console.MarkupLine("[bold]Findings: what the rules say of roles and assignments[/]");
        var table = TourTable.Of("rule", "weight", "of", "place", "what");
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity).Take(Most))
        {
            var (owner, place) = Locate(inputs, policy, finding);
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

    public static JsonArray ToJson(TourInputs inputs)
    {
        var policy = Assessable(inputs.Policy);
        return TourDocument.List(policy.Assess(), finding => new JsonObject
        {
            ["rule"] = finding.Rule.Text,
            ["severity"] = TourDocument.Word(finding.Severity),
            ["of"] = Locate(inputs, policy, finding).Owner,
            ["path"] = finding.Path,
            ["message"] = finding.Message,
            ["remedy"] = finding.Remedy,
        });
    }

    // To count assignments the assessment builds the id of each subscription, which takes only a GUID.
    private static AccessPolicy Assessable(AccessPolicy policy) => AccessPolicy
        .Create(
            policy.Roles,
            policy.Assignments.Where(held => !held.Scope.Oddities.HasFlag(ResourceIdOddities.SubscriptionNotGuid)))
        .Under(policy.Rules);

    // A finding counts roles and assignments over all files, so its index says little to the reader of one.
    private static (string Owner, string Place) Locate(TourInputs inputs, AccessPolicy policy, Finding finding)
    {
        var path = finding.Path;
        return Index(path, "$.roles[", out var rest) is { } role ? (policy.Roles[role].Name, rest)
            : Index(path, "$.assignments[", out rest) is { } held ? (Describe(inputs, policy.Assignments[held]), rest)
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
