using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Assessment;
using AmlSecurity.Domain.Workspaces.Templates;
using OneOf;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>A workspace, or several, with the resources around them, as documents configure them: judged by the
/// rules.</summary>
/// <remarks>
/// Documents are ARM templates, bodies of the REST interface, the output of commands, and deployment configurations of
/// web services. Equal by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class Workspace
{
    private readonly Estate _estate;

    private Workspace(ConfigurationSet documents)
    {
        Documents = documents;
        _estate = new Estate(documents.Resources);
        Configurations =
            [.. _estate.All.Where(Estate.IsWorkspace).Select(resource => new WorkspaceConfiguration(resource))];
    }

    /// <summary>Gets what the documents say together, with what was not understood in them.</summary>
    public ConfigurationSet Documents { get; }

    /// <summary>Gets the workspaces that are configured, apart from those whose condition is false.</summary>
    public ImmutableArray<WorkspaceConfiguration> Configurations { get; }

    /// <summary>Reads one document without values for parameters.</summary>
    /// <param name="utf8">The text of the document in UTF-8.</param>
    /// <returns>The workspace, or where the text stops being JSON.</returns>
    public static OneOf<Workspace, DocumentFault> Read(ReadOnlySpan<byte> utf8) => Read(utf8, []);

    /// <summary>Reads a template together with the values of its parameters.</summary>
    /// <param name="utf8">The text of the template in UTF-8.</param>
    /// <param name="parameters">The text of the parameter file; empty for none.</param>
    /// <returns>The workspace, or where one of the two stops being JSON.</returns>
    public static OneOf<Workspace, DocumentFault> Read(ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> parameters) =>
        ConfigurationDocument.Read(utf8, parameters).MapT0(document => Of(document));

    /// <summary>Takes documents that belong together.</summary>
    /// <param name="documents">The documents, those first whose values count.</param>
    /// <returns>The workspace.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public static Workspace Of(params ImmutableArray<ConfigurationDocument> documents) =>
        new(ConfigurationSet.Merge(documents));

    /// <summary>Judges the configuration, with nothing known beside it.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>What the rules have against it, and what they cannot say.</returns>
    public ImmutableArray<Finding> Assess(RuleSet rules) => Assess(rules, AssessmentFacts.None);

    /// <summary>Judges the configuration.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="facts">What no document shows.</param>
    /// <returns>What the rules have against it, and what they cannot say: workspace by workspace, then what concerns
    /// none of them. Each at the JSON path of its document.</returns>
    public ImmutableArray<Finding> Assess(RuleSet rules, AssessmentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(facts);
        return WorkspaceAssessment.Assess(_estate, Configurations, facts, rules);
    }

    /// <summary>Judges a change: what is fixed at creation, and which way editions go (WS-02 to WS-05).</summary>
    /// <param name="before">The configuration as it is.</param>
    /// <param name="after">The configuration that is wanted, or the body of an update. What it is silent about stays.
    /// </param>
    /// <returns>The findings, at paths of <paramref name="after"/>. A workspace that only one of the two has, where
    /// there are several, is no change.</returns>
    public static ImmutableArray<Finding> AssessChange(Workspace before, Workspace after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var list = new FindingList();
        foreach (var wanted in after.Configurations)
        {
            if (before.Partner(wanted, after.Configurations.Length == 1) is { } present)
            {
                list.Add(wanted.Resource, ChangeAssessment.Assess(present, wanted));
            }
        }

        return list.Findings;
    }

    private WorkspaceConfiguration? Partner(WorkspaceConfiguration wanted, bool isOnlyOne) =>
        Configurations.FirstOrDefault(present => present.Resource.Key is { } key && key == wanted.Resource.Key)
        ?? (isOnlyOne && Configurations is [var single] && (single.Name is null || wanted.Name is null)
            ? single
            : null);
}
