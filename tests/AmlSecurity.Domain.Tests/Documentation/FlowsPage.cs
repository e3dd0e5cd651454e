using System.Text;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>Draws <c>docs/flows.md</c> from the tables of the flows.</summary>
internal static class FlowsPage
{
    public static string Path { get; } = Repository.PathOf("docs", "flows.md");

    public static string Draw()
    {
        var page = new StringBuilder(
            """
            # Flows

            This page is drawn from the tables of the library; `eng/draw-pages.sh` draws it anew, and a test compares.

            Each flow is a table with one row for each state and event. Time is inside the events; what a host is to do comes out as
            effects. An event that is older than the state is refused whatever it is. *No* means that the event is out of place and the
            state stays; an event that has a row may still be refused for what it carries.

            ## One workspace from creation to scoring

            The last chapter of the tour walks through all of them with one workspace: Olga, who owns the resource group, has it created,
            saves her scripts, runs them with a service token, has the model sealed under a key of hers, deploys it and calls it; Sam, who may
            only read, is refused twice. An altered token, another version of the model and a wrong key are refused too, and every refusal is a
            record. Behind the scored request stand service, image, model, run and snapshot, each with the record that tells it. At the end
            there are a signed checkpoint, a proof that one record is in it, a proof that it continues the checkpoint from before the model
            was sealed, and a copy in which one denial became a success, which is found. Keys and salts come from a seed, so two walks
            give the same records to the byte and the same checkpoint; only signatures by ECDSA differ.

            ```sh
            dotnet run --project samples/AmlSecurity.Tour
            ```

            """);
        Append(page, SignIn.Table, "A user or an application signs in and holds a token for Azure Resource Manager.");
        Append(page, RunFlow.Table, "A run is submitted, gets its token, works, and is closed by its last callback or in time.");
        Append(page, WebService.Table, "A web service has no form of authentication, or keys, or tokens; never two.");
        Append(page, StorageKeyFlow.Table, "A key of the storage account is replaced, and workspace and datastores come after it.");
        Append(page, WorkspaceCreation.Table, "A user signs in and has a workspace created, and adds compute targets.");
        Append(page, SourceSaving.Table, "Scripts are gathered, kept in blob storage, and become a snapshot.");
        Append(page, Training.Table, "A snapshot is run on managed or unmanaged compute; the flow of the run goes along.");
        Append(page, RunMetrics.Table, "A compute target writes metrics, and clients read them through Azure Machine Learning.");
        Append(page, Inference.Table, "A model becomes an image and a web service, which is called.");
        return page.ToString();
    }

    private static void Append<TState, TEvent, TEffect>(
        StringBuilder page, FlowTable<TState, TEvent, TEffect> table, string sentence)
        where TState : class, IFlowState
        where TEvent : class, IFlowEvent
    {
        page.Append($"\n## {table.Name}\n\n{sentence}\n\n```mermaid\n{table.ToMermaid()}\n```\n\n");
        page.Append("| in | on | leads to | rule | what happens |\n|---|---|---|---|---|\n");
        foreach (var row in table.Rows)
        {
            var to = row.IsRefusal ? "*no*" : string.Join(", ", row.To.Select(state => $"`{state}`"));
            page.Append($"| `{row.From}` | `{row.On}` | {to} | {row.Rule} | {row.Meaning} |\n");
        }
    }
}
