using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows which of the 13 operations each principal can do at each workspace.</summary>
internal sealed class WhatCanChapter : IChapter
{
    private const int MostPrincipals = 20;
    private const int MostWorkspaces = 5;

    public string Name => "whatCan";

    public string Title => "What each principal can do at each workspace";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Principals.IsEmpty || inputs.Workspaces.IsEmpty)
        {
            console.MarkupLine(
                inputs.Principals.IsEmpty
                    ? "The inputs name no principal: there are neither assignments nor questions."
                    : "The inputs name no workspace.");
            return;
        }

        foreach (var workspace in inputs.Workspaces.Take(MostWorkspaces))
        {
            Print(inputs, workspace, console);
        }

        console.MarkupLine($"[grey]{Ability.Legend}[/]");
        console.MarkupLine("[grey]A column is the rule of an operation; 03 and 05 take the same action.[/]");
        Cut(console, "principals", inputs.Principals.Length, MostPrincipals);
        Cut(console, "workspaces", inputs.Workspaces.Length, MostWorkspaces);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["principals"] = inputs.Principals.Length,
        ["principalsShown"] = Math.Min(inputs.Principals.Length, MostPrincipals),
        ["workspaces"] = inputs.Workspaces.Length,
        ["workspacesShown"] = Math.Min(inputs.Workspaces.Length, MostWorkspaces),
        ["entries"] = TourDocument.List(
            from workspace in inputs.Workspaces.Take(MostWorkspaces)
            from principal in inputs.Principals.Take(MostPrincipals)
            select (workspace, principal),
            pair => new JsonObject
            {
                ["workspace"] = pair.workspace.Text,
                ["principal"] = pair.principal.Id.Text,
                ["principalName"] = inputs.Names.Find(pair.principal.Id),
                ["can"] = AbilityList.ToJson(Of(inputs, pair.principal, pair.workspace)),
            }),
    };

    private static ImmutableArray<Ability> Of(TourInputs inputs, Principal principal, ResourceId workspace) =>
        Ability.All(action => inputs.Policy.Decide(AccessRequest.Control(principal, action, workspace)).IsAllowed);

    private static void Print(TourInputs inputs, ResourceId workspace, IAnsiConsole console)
    {
        var none = new List<string>();
        var table = TourTable.Of("principal").WithOperations();
        foreach (var principal in inputs.Principals.Take(MostPrincipals))
        {
            var label = SafeText.Markup(PrincipalLabel.Of(inputs, principal));
            var abilities = Of(inputs, principal, workspace);
            if (abilities.Any(ability => ability.IsPossible))
            {
                table.AddRow([label, .. abilities.Select(ability => ability.Sign)]);
            }
            else
            {
                none.Add(label);
            }
        }

        console.MarkupLine($"[bold]{SafeText.Markup(ScopeLabel.Of(workspace))}[/]");
        if (table.Rows.Count > 0)
        {
            console.Write(table);
        }

        if (none.Count > 0)
        {
            console.MarkupLine($"none of the 13: {string.Join(", ", none)}");
            console.WriteLine();
        }
    }

    private static void Cut(IAnsiConsole console, string what, int count, int most)
    {
        if (count > most)
        {
            console.MarkupLine($"[grey]The first {most} of {count} {what} are shown.[/]");
        }
    }
}
