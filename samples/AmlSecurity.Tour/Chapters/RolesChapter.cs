using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows what is wrong in the roles read, and which built-in roles come nearest to the custom ones.</summary>
internal sealed class RolesChapter : IChapter
{
    private const int Most = 15;

    public string Name => "roles";

    public string Title => "Roles: what is wrong in them, and what comes near";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Policy.Roles.IsEmpty)
        {
            console.MarkupLine("The inputs hold no role.");
            return;
        }

        var findings = Findings(inputs).GroupBy(found => (found.Role, found.Finding.Code)).ToList();
        var table = TourTable.Of("role", "finding", "places", "such as");
        foreach (var found in findings.Take(Most))
        {
            table.AddRow(
                SafeText.Markup(found.Key.Role.Name, 40),
                Word(found.Key.Code),
                $"{found.Count()}",
                SafeText.Markup(Example(found.First().Finding), 160));
        }

        console.Write(table);
        Remainder.Print(console, findings.Count, Most);
        foreach (var group in RoleLint.EqualRoles(inputs.Policy.Roles))
        {
            console.MarkupLine(
                $"Equal permissions: {SafeText.Markup(string.Join(", ", group.Select(role => role.Name)))}.");
        }

        var neighbours = Neighbours(inputs).ToList();
        if (neighbours.Count > 0)
        {
            console.MarkupLine(
                "[bold]Custom roles beside the built-in ones of the catalogue[/], control plane, over every name that"
                + " can be written");
            console.Write(Show(neighbours.Take(Most)));
            Remainder.Print(console, neighbours.Count, Most);
        }
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["findings"] = TourDocument.List(Findings(inputs), found => new JsonObject
        {
            ["role"] = found.Role.Name,
            ["code"] = Word(found.Finding.Code),
            ["rule"] = found.Finding.Rule.Text,
            ["severity"] = TourDocument.Word(found.Finding.Severity),
            ["path"] = found.Finding.Path,
            ["entry"] = found.Finding.Entry?.Text,
            ["message"] = found.Finding.Message,
            ["remedy"] = found.Finding.Remedy,
        }),
        ["equal"] = TourDocument.List(
            RoleLint.EqualRoles(inputs.Policy.Roles), group => TourDocument.List(group, role => role.Name)),
        ["neighbours"] = TourDocument.List(Neighbours(inputs), near => new JsonObject
        {
            ["role"] = near.Role.Name,
            ["equal"] = TourDocument.List(near.Equal, ToJson),
            ["wider"] = TourDocument.List(near.Wider, ToJson),
            ["narrower"] = TourDocument.List(near.Narrower, ToJson),
        }),
    };

    private static string Example(RoleLintFinding finding) => (finding.Action ?? (object?)finding.Entry) switch
    {
        null => finding.Message,
        var what => $"{what}",
    };

    private static JsonObject ToJson(RoleComparison compared) => new()
    {
        ["role"] = compared.B.Name,
        ["onlyCustom"] = compared.OnlyA?.Text,
        ["onlyBuiltIn"] = compared.OnlyB?.Text,
    };

    private static Table Show(IEnumerable<RoleNeighbours> neighbours)
    {
        var table = TourTable.Of("custom role", "is", "built-in role", "which differs by");
        foreach (var near in neighbours)
        {
            var rows = near.Equal.Concat(near.Wider).Concat(near.Narrower).ToList();
            foreach (var compared in rows)
            {
                table.AddRow(
                    SafeText.Markup(near.Role.Name, 40),
                    TourDocument.Word(compared.Relation),
                    SafeText.Markup(compared.B.Name, 40),
                    SafeText.Markup((compared.OnlyB ?? compared.OnlyA)?.Text, 80));
            }

            if (rows.Count == 0)
            {
                table.AddRow(SafeText.Markup(near.Role.Name, 40), "[grey]near none[/]", "", "");
            }
        }

        return table;
    }

    // What the authors of custom roles can change stands first.
    private static IEnumerable<(RoleDefinition Role, RoleLintFinding Finding)> Findings(TourInputs inputs) =>
        from role in inputs.Policy.Roles.OrderBy(role => role.Kind == RoleKind.BuiltIn)
        from finding in RoleLint.Check(role, new RoleLintOptions(inputs.Policy.Reading))
        select (role, finding);

    private static IEnumerable<RoleNeighbours> Neighbours(TourInputs inputs)
    {
        var catalogue = RoleCatalogue.Under(inputs.Policy.Rules);
        return inputs.Policy.Roles.Where(role => role.Kind == RoleKind.Custom).Select(role =>
            RoleNeighbours.Find(role, catalogue, Plane.Control, inputs.Policy.Reading));
    }

    // The codes are words of their own, not names of members.
    private static string Word(RoleLintCode code) => JsonSerializer.SerializeToNode(code)!.ToString();
}
