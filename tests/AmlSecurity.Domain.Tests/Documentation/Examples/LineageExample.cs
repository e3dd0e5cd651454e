using AmlSecurity.Domain.Tests.Workspaces.DataFlows;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/lineage.md</c>.</summary>
public sealed class LineageExample
{
    [Fact]
    public void Behind_a_request_stands_a_snapshot()
    {
        var workspace = FlowLab.Workspace;
        var snapshot = FlowLab.Scripts;
        var links = FlowCourse.Train(TrainingTarget.Local).Links
            .Concat(FlowCourse.Serve(FlowCourse.OfInference()).Links);
        using var Console = new StringWriter { NewLine = "\n" };

        // <example>
        var lineage = Lineage.Of(workspace);
        foreach (var link in links)
        {
            lineage = lineage.Add(link).Expect();
        }

        var origins = lineage.FindOrigins(new LineageNode.ScoringRequest("request-1"));
        Console.WriteLine($"{origins.Snapshots[0]} {origins.Runs[0]} {origins.Models[0]}");
        foreach (var service in lineage.FindServicesRunning(snapshot.Digest))
        {
            Console.WriteLine(service);
        }
        // </example>

        DocumentedOutput.IsOn("docs/lineage.md", Console);
    }
}
