using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Tour.Callers;
using AmlSecurity.Tour.Identities;
using AmlSecurity.Tour.Output;
using NodaTime.Text;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>The identities of workspaces and what has become of their grants, support applications, credentials, and a
/// storage key that is replaced.</summary>
internal sealed class IdentitiesChapter : IChapter
{
    private static readonly DurationPattern Elapsed = DurationPattern.CreateWithInvariantCulture("H:mm");

    public string Name => "identities";

    public string Title => "The workspace's own identity, and where its credentials lie";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Identities.IsEmpty)
        {
            console.MarkupLine("The folder names no workspace with its resources; a file of them is named identities*.json.");
            console.WriteLine();
        }

        foreach (var show in Shows(inputs))
        {
            Print(console, show);
        }

        PrintApplications(inputs, console);
        PrintCredentials(inputs, console);
        console.MarkupLine("[bold]A storage key is replaced, badly and then well[/]");
        var table = TourTable.Of("after", "event", "state", "to do");
        foreach (var line in StorageKeyStory.Tell())
        {
            table.AddRow(
                Elapsed.Format(line.After),
                SafeText.Markup(line.Event),
                SafeText.Markup(line.State),
                SafeText.Markup(line.Outcome));
        }

        console.Write(table);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["workspaces"] = TourDocument.List(Shows(inputs), IdentityJson.Write),
        ["supportApplications"] = TourDocument.List(Applications(inputs), application => new JsonObject
        {
            ["subscription"] = application.Subscription.Subscription,
            ["region"] = application.Region.Name,
            ["role"] = SupportApplication.Role.Name,
        }),
        ["namedLikeOne"] = TourDocument.List(NamedLikeOne(inputs), name => name),
        ["credentials"] = TourDocument.List(CredentialCatalogue.Placements, placement => new JsonObject
        {
            ["kind"] = TourDocument.Word(placement.Kind),
            ["vault"] = TourDocument.Word(placement.Vault),
            ["subscription"] = TourDocument.Word(placement.Subscription),
            ["readers"] = TourDocument.List(Readers(inputs, placement), reader => TourDocument.Word(reader.Kind)),
            ["rule"] = placement.Rule?.Text,
        }),
        ["storageKeys"] = TourDocument.List(StorageKeyStory.Tell(), Write),
    };

    private static JsonObject Write(FlowLine line) => new()
    {
        ["afterSeconds"] = (long)line.After.TotalSeconds,
        ["event"] = line.Event,
        ["state"] = line.State,
        ["outcome"] = line.Outcome,
    };

    private static IEnumerable<IdentityShow> Shows(TourInputs inputs) =>
        inputs.Identities.Select(input => new IdentityShow(input, inputs));

    private static void Print(IAnsiConsole console, IdentityShow show)
    {
        var known = show.IsFoundByName ? ", found by its name" : show.Principal is null ? ", not in the folder" : "";
        console.MarkupLine($"[bold]{SafeText.Markup(show.Identity.Name)}[/]{known}");
        var table = TourTable.Of("rule", "role", "on", "status", "by");
        foreach (var grant in show.Identity.Table)
        {
            var check = IdentityJson.Check(show, grant);
            table.AddRow(
                grant.Rule.Text,
                SafeText.Markup(grant.RoleName),
                grant.Scope is null ? "-" : SafeText.Markup(ScopeLabel.Of(grant.Scope)),
                check is null ? "-" : TourDocument.Word(check.Status),
                SafeText.Markup(check is { Status: GrantStatus.Present, Holdings: [var held, ..] }
                    ? $"{held.Assignment.Role} {(held.IsInherited ? $"from {ScopeLabel.Of(held.From)}" : "directly")}"
                    : check?.Reason ?? "-"));
        }

        console.Write(table);
        foreach (var finding in show.Drift?.Findings ?? [])
        {
            console.MarkupLine($"  {SafeText.Markup(finding.ToString(), 600)}");
        }

        console.WriteLine();
    }

    private static void PrintApplications(TourInputs inputs, IAnsiConsole console)
    {
        foreach (var application in Applications(inputs))
        {
            console.MarkupLine(
                $"[bold]support application[/] for {application.Region} in "
                + SafeText.Markup(ScopeLabel.Of(application.Subscription)));
        }

        foreach (var name in NamedLikeOne(inputs))
        {
            console.MarkupLine($"  {SafeText.Markup(name)} holds an assignment, and is named like one");
        }

        console.WriteLine();
    }

    private static void PrintCredentials(TourInputs inputs, IAnsiConsole console)
    {
        var table = TourTable.Of("credential", "vault", "subscription", "readers", "rule");
        foreach (var placement in CredentialCatalogue.Placements)
        {
            table.AddRow(
                TourDocument.Word(placement.Kind),
                TourDocument.Word(placement.Vault),
                TourDocument.Word(placement.Subscription),
                string.Join(", ", Readers(inputs, placement).Select(reader => TourDocument.Word(reader.Kind))),
                placement.Rule?.Text ?? "-");
        }

        console.Write(table);
    }

    private static ImmutableArray<CredentialReader> Readers(TourInputs inputs, CredentialPlacement placement) =>
        CredentialCatalogue.WhoMayRead(placement.Kind, inputs.Policy.Rules);

    private static ImmutableArray<SupportApplication> Applications(TourInputs inputs) => SupportApplication.ForAll(
        from input in inputs.Identities
        where input.Region is not null && input.Identity.Resources.Workspace.Subscription is not null
        select KeyValuePair.Create(input.Identity.Resources.Workspace, input.Region!));

    private static IEnumerable<string> NamedLikeOne(TourInputs inputs) => inputs.Policy.Assignments
        .Where(held => held.Scope.Level == ScopeLevel.Subscription && SupportApplication.MayBeCalled(held.PrincipalName))
        .Select(held => held.PrincipalName!)
        .Distinct();
}
