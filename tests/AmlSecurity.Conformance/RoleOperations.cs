using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization.Analysis;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Authorization</c> that analyse roles.</summary>
internal static class RoleOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("role.compare", Compare),
        new("role.lint", Lint),
    ];

    private static JsonObject Compare(Arguments request)
    {
        var compared = RoleComparison.Compare(
            AuthorizationOperations.RoleOf(request, "a"),
            AuthorizationOperations.RoleOf(request, "b"),
            AuthorizationOperations.PlaneOf(request),
            AuthorizationOperations.ReadingOf(request));
        var answer = new JsonObject { ["relation"] = Word(compared.Relation) }
            .WithOptional("onlyA", compared.OnlyA?.Text)
            .WithOptional("onlyB", compared.OnlyB?.Text)
            .WithOptional("both", compared.Both?.Text);
        answer["conditionalA"] = compared.IsConditionalA;
        answer["conditionalB"] = compared.IsConditionalB;
        return answer;
    }

    private static JsonObject Lint(Arguments request)
    {
        var findings = RoleLint.Check(
            AuthorizationOperations.RoleOf(request),
            new RoleLintOptions(AuthorizationOperations.ReadingOf(request)));
        return new JsonObject { ["findings"] = new JsonArray([.. findings.Select(Describe)]) };
    }

    private static JsonObject Describe(RoleLintFinding finding)
    {
        var answer = new JsonObject { ["code"] = Word(finding.Code) }.WithOptional("entry", finding.Entry?.Text);
        if (finding.Block is { } block)
        {
            answer["block"] = block;
        }

        answer["path"] = finding.Path;
        answer["message"] = finding.Message;
        return answer
            .WithOptional("rule", finding.Rule.Text)
            .WithOptional("action", finding.Action?.Text);
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.SerializeToNode(value)!.GetValue<string>();
}
