using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Assessment;
using AmlSecurity.Tour.Inputs;

namespace AmlSecurity.Tour.Assessment;

/// <summary>One document judged: its findings by weight, and a story for each of its workspaces.</summary>
internal sealed record TemplateStory(
    TemplateInput Input, ImmutableArray<Finding> Findings, ImmutableArray<WorkspaceStory> Workspaces)
{
    private static readonly FindingSeverity[] Heaviest =
        [FindingSeverity.Violation, FindingSeverity.Warning, FindingSeverity.Advice, FindingSeverity.Undetermined];

    public static ImmutableArray<TemplateStory> All(TourInputs inputs) =>
        [.. inputs.Templates.Select(template => Of(template, inputs))];

    private static TemplateStory Of(TemplateInput input, TourInputs inputs) => new(
        input,
        [
            .. input.Workspace.Assess(inputs.Policy.Rules, FactsOf(input.Workspace, inputs))
                .OrderBy(finding => Array.IndexOf(Heaviest, finding.Severity)),
        ],
        [.. input.Workspace.Configurations.Select(workspace => WorkspaceStory.Of(workspace, inputs))]);

    // The folder may say who the identity of the workspace is, and export its role assignments.
    private static AssessmentFacts FactsOf(Workspace workspace, TourInputs inputs)
    {
        var known = workspace.Configurations is [{ Id: { } id }] && !inputs.Policy.Assignments.IsEmpty
            ? inputs.Identities.FirstOrDefault(identity => identity.Identity.Resources.Workspace == id)
            : null;
        return known?.Principal is { } principal
            ? new AssessmentFacts
            {
                Access = inputs.Policy,
                WorkspaceIdentity = principal,
                IdentityVaultAccess = known.Vault,
            }
            : AssessmentFacts.None;
    }
}
