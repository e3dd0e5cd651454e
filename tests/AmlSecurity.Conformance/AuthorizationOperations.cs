using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Authorization</c>.</summary>
internal static class AuthorizationOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("matrix.decide", DecideByMatrix),
        new("action.matches", MatchAction),
        new("role.permitted", ListPermitted),
        new("access.decide", DecideAccess),
        new("access.many", DecideMany),
        new("access.who", ListHolders),
        new("access.what", ListPossible),
        new("condition.evaluate", EvaluateCondition),
    ];

    /// <summary>Gets the reading of wildcards that a request asks for.</summary>
    public static WildcardReading ReadingOf(Arguments request) => request.OptionalChoice(
        "reading", ("azure", WildcardReading.Azure), ("literal", WildcardReading.Literal));

    /// <summary>Gets the plane that a request asks about.</summary>
    public static Plane PlaneOf(Arguments request) => request.OptionalChoice(
        "plane", ("control", Plane.Control), ("data", Plane.Data));

    /// <summary>Gets the name of an operation from a text of a request.</summary>
    public static ActionName ActionOf(Arguments request, string name, string text) =>
        ActionName.Read(text, Strictness.Lenient).TryPickT0(out var action, out var fault)
            ? action
            : throw request.Malformed(name, text, fault);

    /// <summary>Gets the operations that a request lists.</summary>
    public static ImmutableArray<ActionName> ActionsOf(Arguments request) =>
        [.. request.Texts("actions").Select((text, at) => ActionOf(request, $"actions[{at}]", text))];

    /// <summary>Gets the attributes that a request states; none if it does not.</summary>
    public static ConditionAttributes AttributesOf(Arguments request)
    {
        var document = request.OptionalDocument("attributes");
        if (document.IsEmpty)
        {
            return ConditionAttributes.Empty;
        }

        var read = ConditionAttributes.Read(document, Strictness.Lenient);
        return read switch
        {
            { IsComplete: false } => throw OperationException.Malformed($"`attributes` {read.Faults[0]}"),
            { Values: [var only] } => only,
            _ => throw OperationException.Malformed("`attributes` is not an object"),
        };
    }

    /// <summary>Gets a role of a request, in any of the three shapes.</summary>
    public static RoleDefinition RoleOf(Arguments request, string name = "role")
    {
        var read = RoleDefinition.Read(request.Document(name), Strictness.Lenient);
        return read switch
        {
            { IsComplete: false } => throw OperationException.Malformed($"`{name}` {read.Faults[0]}"),
            { Values: [var role] } => role,
            _ => throw OperationException.Malformed($"`{name}` holds {read.Values.Length} roles instead of one"),
        };
    }

    private static JsonObject DecideByMatrix(Arguments request)
    {
        var text = request.Text("rule");
        if (!RuleId.Read(text).TryPickT0(out var rule, out var fault))
        {
            throw request.Malformed("rule", text, fault);
        }

        var role = request.Choice(
            "role",
            ("Owner", BuiltInRole.Owner),
            ("Contributor", BuiltInRole.Contributor),
            ("Reader", BuiltInRole.Reader));
        return OperationMatrix.Decide(rule, role) switch
        {
            MatrixAnswer.Allowed => new JsonObject { ["allowed"] = true },
            MatrixAnswer.Denied => new JsonObject { ["allowed"] = false },
            _ => throw new OperationException(ErrorCode.Unsupported, "not stated by the matrix"),
        };
    }

    private static JsonObject MatchAction(Arguments request)
    {
        var pattern = ActionPattern.ReadLeniently(request.Text("pattern"));
        var action = ActionOf(request, "action", request.Text("action"));
        return new JsonObject { ["matches"] = pattern.Matches(action, ReadingOf(request)) };
    }

    private static JsonObject ListPermitted(Arguments request)
    {
        var role = RoleOf(request);
        var plane = PlaneOf(request);
        var reading = ReadingOf(request);
        var actions = ActionsOf(request);
        var permitted = Enumerable.Range(0, actions.Length).Where(at => role.Covers(actions[at], plane, reading));
        return new JsonObject { ["permitted"] = new JsonArray([.. permitted.Select(at => JsonValue.Create(at))]) };
    }

    private static JsonObject DecideAccess(Arguments request)
    {
        var question = AccessQuestion.Of(request);
        return Describe(question.Decide(request.Object("request")));
    }

    private static JsonObject DecideMany(Arguments request)
    {
        var question = AccessQuestion.Of(request);
        var decisions = question.DecideMany(request.Objects("requests")).Select(Describe);
        return new JsonObject { ["decisions"] = new JsonArray([.. decisions]) };
    }

    private static JsonObject ListHolders(Arguments request) =>
        new JsonObject().WithTexts("principals", AccessQuestion.Of(request).WhoCan(request).Select(id => id.Text));

    private static JsonObject ListPossible(Arguments request)
    {
        var permitted = AccessQuestion.Of(request).WhatCan(request);
        return new JsonObject { ["permitted"] = new JsonArray([.. permitted.Select(at => JsonValue.Create(at))]) };
    }

    private static JsonObject EvaluateCondition(Arguments request)
    {
        var text = request.Text("condition");
        if (!Condition.Read(text).TryPickT0(out var condition, out var fault))
        {
            throw request.Malformed("condition", text, fault);
        }

        var action = ActionOf(request, "action", request.Text("action"));
        return new JsonObject { ["result"] = condition.Holds(action, AttributesOf(request), ReadingOf(request)) };
    }

    private static JsonObject Describe(AccessDecision decision)
    {
        var answer = decision switch
        {
            AccessDecision.Allowed allowed => new JsonObject
            {
                ["decision"] = "allowed",
                ["reason"] = "granted",
                ["assignment"] = allowed.Assignment.Id,
            },
            AccessDecision.Denied denied => new JsonObject
            {
                ["decision"] = "denied",
                ["reason"] = JsonNamingPolicy.CamelCase.ConvertName(denied.Reason.ToString()),
            }.WithOptional("denyAssignment", denied.Deny?.Id),
            _ => throw new InvalidOperationException($"`{decision.GetType().Name}` is neither allowed nor denied"),
        };
        return answer.WithOptional("rule", decision.Rule.Text);
    }
}
