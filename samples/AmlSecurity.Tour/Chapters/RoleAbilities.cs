using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows which of the 13 operations each role read covers.</summary>
internal static class RoleAbilities
{
    private const int Most = 30;

    public static void Print(TourInputs inputs, IAnsiConsole console)
    {
        var roles = inputs.Policy.Roles;
        if (roles.IsEmpty)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine(
            "[bold]What each role read covers[/], conditions aside; a column is the rule of an operation");
        var table = TourTable.Of("role", "kind").WithOperations();
        foreach (var role in roles.Take(Most))
        {
            table.AddRow(
            [
                SafeText.Markup(role.Name, 50),
                role.Kind == RoleKind.BuiltIn ? "built-in" : "custom",
                .. Of(role, inputs.Policy.Reading).Select(ability => ability.Sign),
            ]);
        }

        console.Write(table);
        console.MarkupLine($"[grey]{Ability.Legend}[/]");
        Remainder.Print(console, roles.Length, Most);
    }

    public static JsonArray ToJson(TourInputs inputs) => TourDocument.List(
        inputs.Policy.Roles,
        role => new JsonObject
        {
            ["name"] = role.Name,
            ["id"] = role.Id?.Name,
            ["kind"] = TourDocument.Word(role.Kind),
            ["can"] = AbilityList.ToJson(Of(role, inputs.Policy.Reading)),
        });

    private static ImmutableArray<Ability> Of(RoleDefinition role, WildcardReading reading) =>
        Ability.All(action => role.Covers(action, Plane.Control, reading));
}
