using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Conformance;

/// <summary>The operations on whole configurations of the room <c>Workspaces</c>.</summary>
internal static class WorkspaceOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("workspace.assess", Assess),
        new("workspace.assessChange", AssessChange),
    ];

    private static JsonObject Assess(Arguments request)
    {
        var parameters = request.OptionalDocument("parameters").ToArray();
        ImmutableArray<byte[]> documents = request.Has("documents")
            ? request.Documents("documents")
            : [request.Document("document").ToArray()];
        var workspace = Workspace.Of([.. documents.Select(document => Read(document, parameters))]);
        return Answer(workspace.Assess(RulesOf(request), WorkspaceFacts.Read(request.OptionalObject("facts"))));
    }

    private static JsonObject AssessChange(Arguments request) => Answer(Workspace.AssessChange(
        Workspace.Of(Read(request.Document("before"), [])), Workspace.Of(Read(request.Document("after"), []))));

    private static ConfigurationDocument Read(ReadOnlySpan<byte> document, ReadOnlySpan<byte> parameters) =>
        ConfigurationDocument.Read(document, parameters).TryPickT0(out var read, out var fault)
            ? read
            : throw OperationException.Malformed($"{fault}");

    private static JsonObject Answer(ImmutableArray<Finding> findings) => new()
    {
        ["findings"] = new JsonArray(
        [
            .. findings.Select(finding => new JsonObject
            {
                ["rule"] = finding.Rule.Text,
                ["severity"] = finding.Severity.ToString().ToLowerInvariant(),
                ["path"] = finding.Path,
                ["message"] = finding.Message,
                ["remedy"] = finding.Remedy,
            }),
        ]),
    };

    // The rules of the page, where none are asked for.
    private static RuleSet RulesOf(Arguments request) =>
        request.OptionalText("ruleSet") is not { } text ? RuleSet.March2020
        : RuleSet.Read(text).TryPickT0(out var rules, out var fault) ? rules
        : throw request.Malformed("ruleSet", text, fault);
}
