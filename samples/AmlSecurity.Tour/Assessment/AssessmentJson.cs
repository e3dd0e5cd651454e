using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Assessment;

/// <summary>Writes what was found in documents for a machine.</summary>
internal static class AssessmentJson
{
    public static JsonObject Write(TemplateStory story) => new()
    {
        ["file"] = story.Input.Name,
        ["shape"] = TourDocument.Word(story.Input.Shape),
        ["resources"] = TourDocument.List(story.Input.Workspace.Documents.Resources, resource => new JsonObject
        {
            ["type"] = resource.Type,
            ["path"] = resource.Path,
            ["isDeployed"] = resource.Condition,
        }),
        ["notices"] = TourDocument.List(story.Input.Notices, notice => new JsonObject
        {
            ["path"] = notice.Path,
            ["reason"] = notice.Reason,
        }),
        ["findings"] = Write(story.Findings),
        ["workspaces"] = TourDocument.List(story.Workspaces, Write),
    };

    private static JsonObject Write(WorkspaceStory workspace) => new()
    {
        ["name"] = workspace.Name,
        ["rules"] = $"{workspace.Rules}",
        ["topology"] = $"{workspace.Topology}",
        ["needs"] = $"{workspace.Needs}",
        ["toStayOnBasic"] = $"{workspace.Plan}",
        ["stores"] = TourDocument.List(workspace.Posture.Stores, posture => new JsonObject
        {
            ["store"] = TourDocument.Word(posture.Store),
            ["keys"] = TourDocument.Word(posture.Keys),
        }),
        ["privateLink"] = Write(workspace.PrivateLink),
        ["customerManagedKey"] = Write(workspace.CustomerKey),
        ["keyPlan"] = new JsonObject
        {
            ["resourceGroup"] = workspace.KeyPlan.Group.Text,
            ["isOfDocument"] = workspace.KeyPlan.IsOfDocument,
            ["areRoles"] = workspace.KeyPlan.AreRoles,
            ["steps"] = TourDocument.List(workspace.KeyPlan.Steps, line => new JsonObject
            {
                ["rule"] = line.Step.Rule.Text,
                ["step"] = line.Step.Step,
                ["state"] = TourDocument.Word(line.Step.State),
                ["who"] = TourDocument.List(line.Who, name => name),
            }),
        },
    };

    private static JsonObject Write(Requirement requirement) => new()
    {
        ["isThere"] = requirement.IsThere,
        ["needs"] = $"{requirement.Needs}",
        ["findings"] = Write(requirement.Findings),
    };

    private static JsonArray Write(ImmutableArray<Finding> findings) => TourDocument.List(findings, finding => new JsonObject
    {
        ["severity"] = TourDocument.Word(finding.Severity),
        ["rule"] = finding.Rule.Text,
        ["path"] = finding.Path,
        ["message"] = finding.Message,
        ["remedy"] = finding.Remedy,
    });
}
