using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows who can become Owner of the workspaces, and the least that would do for what was really done.</summary>
internal sealed class PrivilegeChapter : IChapter
{
    private const int Most = 15;
    private const int MostWorkspaces = 5;
    private const int MostRoles = 3;

    public string Name => "privilege";

    public string Title => "Privilege: who can take more, and how little would do";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        PrintCards(inputs, console);
        PrintPaths(inputs, console);
        PrintLeast(inputs, console);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["capabilities"] = TourDocument.List(Cards(inputs), card => new JsonObject
        {
            ["role"] = card.Role.Name,
            ["rows"] = TourDocument.List(card.Rows, row => new JsonObject
            {
                ["rule"] = row.Operation.Rule.Text,
                ["allowed"] = row.IsAllowed,
                ["missing"] = TourDocument.List(row.Best.Missing, action => action.Text),
            }),
        }),
        ["escalation"] = TourDocument.List(Paths(inputs), path => new JsonObject
        {
            ["workspace"] = path.Workspace.Text,
            ["principal"] = path.Path.Principal.Text,
            ["isOwner"] = path.Path.Steps.IsEmpty,
            ["steps"] = TourDocument.List(path.Path.Steps, step => $"{step}"),
            ["conditional"] = path.Path.IsConditional,
        }),
        ["leastPrivilege"] = TourDocument.List(Least(inputs), least => new JsonObject
        {
            ["scope"] = least.Set.Scope,
            ["used"] = TourDocument.List(least.Answer.Used, action => action.Text),
            ["covering"] = TourDocument.List(least.Answer.Covering, role => new JsonObject
            {
                ["role"] = role.Role.Name,
                ["surplus"] = role.Surplus,
            }),
            ["together"] = TourDocument.List(least.Answer.Together, role => role.Name),
            ["uncovered"] = TourDocument.List(least.Answer.Uncovered, action => action.Text),
        }),
    };

    private static void PrintCards(TourInputs inputs, IAnsiConsole console)
    {
        foreach (var card in Cards(inputs).Take(Most))
        {
            var denied = card.Rows.Where(row => !row.IsAllowed).ToList();
            console.MarkupLine(
                $"[bold]{SafeText.Markup(card.Role.Name, 40)}[/] allows {card.Rows.Length - denied.Count} of the"
                + $" {card.Rows.Length} operations of the matrix.");
            foreach (var row in denied)
            {
                console.MarkupLine(
                    $"  {row.Operation.Rule} lacks "
                    + SafeText.Markup(string.Join(", ", row.Best.Missing), 160));
            }
        }

        console.WriteLine();
    }

    private static void PrintPaths(TourInputs inputs, IAnsiConsole console)
    {
        var paths = Paths(inputs).ToList();
        console.MarkupLine(
            paths.Count == 0
                ? "No principal can make itself Owner of a workspace."
                : "[bold]Who is as much as Owner of a workspace, or can make itself so[/]");
        foreach (var (workspace, path) in paths.Take(Most))
        {
            console.MarkupLine(
                $"{SafeText.Markup(inputs.Names.Of(path.Principal), 60)} at"
                + $" {SafeText.Markup(ScopeLabel.Of(workspace))}{(path.Steps.IsEmpty ? ": already" : "")}");
            foreach (var step in path.Steps)
            {
                console.MarkupLine($"  {SafeText.Markup($"{step}", 300)}");
            }
        }

        Remainder.Print(console, paths.Count, Most);
    }

    private static void PrintLeast(TourInputs inputs, IAnsiConsole console)
    {
        var all = Least(inputs).ToList();
        if (all.Count == 0)
        {
            console.MarkupLine("The folder holds no activity log that shows who used what.");
            return;
        }

        console.MarkupLine("[bold]The least that covers what an activity log shows[/]");
        foreach (var (set, least) in all.Take(Most))
        {
            console.MarkupLine(SafeText.Markup($"{set.Scope}: {string.Join(", ", least.Used)}", 300));
            foreach (var role in least.Covering.Take(MostRoles))
            {
                console.MarkupLine($"  {SafeText.Markup($"{role}", 120)}");
            }

            if (least.Covering.IsEmpty)
            {
                console.MarkupLine(
                    least.Together.IsEmpty
                        ? "  no role of the catalogue covers any of it"
                        : "  together: "
                            + SafeText.Markup(string.Join(", ", least.Together.Select(role => role.Name)), 160));
            }
        }

        Remainder.Print(console, all.Count, Most);
        console.MarkupLine("[grey]A log shows neither reads nor all that was done (MON-06).[/]");
    }

    private static IEnumerable<CapabilityCard> Cards(TourInputs inputs) => inputs.Policy.Roles
        .Where(role => role.Kind == RoleKind.Custom)
        .Select(role => CapabilityCard.Of(role, inputs.Policy.Reading));

    private static IEnumerable<(ResourceId Workspace, EscalationPath Path)> Paths(TourInputs inputs)
    {
        ImmutableArray<IdentityFact> facts =
        [
            .. from input in inputs.Identities
               where input.Principal is not null
               select new IdentityFact(input.Identity.Resources.Workspace, input.Principal!),
        ];
        return from workspace in inputs.Workspaces.Take(MostWorkspaces)
               from path in Escalation.Find(inputs.Policy, workspace, facts)
               select (workspace, path);
    }

    private static IEnumerable<(UsedActionSet Set, LeastPrivilege Answer)> Least(TourInputs inputs)
    {
        var operations = OperationInventory.Create(MlOperationCatalogue.Under(inputs.Policy.Rules), []);
        var roles = RoleCatalogue.Under(inputs.Policy.Rules);
        return from set in UsedActions.From(inputs.Activities).Sets
               where !set.Used.IsEmpty
               select (set, LeastPrivilege.For(set.Used, Plane.Control, roles, operations, inputs.Policy.Reading));
    }
}
