using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Compiles the policy, asks it every question as texts, and takes one assignment away.</summary>
internal sealed class SnapshotsChapter : IChapter
{
    public string Name => "snapshots";

    public string Title => "The compiled policy, and one without an assignment";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var (alike, change) = Ask(inputs);
        console.MarkupLine(
            $"Asked as texts, the compiled policy allows and denies as the readable one in {alike} of "
            + $"{inputs.Questions.Length} questions.");
        if (change is { } one)
        {
            console.MarkupLine(
                $"Without the assignment of {SafeText.Markup(one.Removed.Role.Name ?? $"{one.Removed.Role}")} to "
                + $"{SafeText.Markup(inputs.Names.Of(one.Removed.PrincipalId))}, "
                + $"{SafeText.Markup(one.Question.Request.Action.Text)} is {SafeText.Markup($"{one.After}")}. "
                + $"The snapshot before still {(one.Before.IsAllowed ? "allows" : "denies")} it.");
        }
    }

    public JsonNode ToJson(TourInputs inputs)
    {
        var (alike, change) = Ask(inputs);
        return new JsonObject
        {
            ["questions"] = inputs.Questions.Length,
            ["decidedAlike"] = alike,
            ["removed"] = change?.Removed.Id,
            ["before"] = change is null ? null : $"{change.Before}",
            ["after"] = change is null ? null : $"{change.After}",
        };
    }

    private static (int Alike, Change? Change) Ask(TourInputs inputs)
    {
        var compiled = CompiledPolicy.Compile(inputs.Policy);
        var alike = inputs.Questions.Count(question =>
            AskAsTexts(compiled, question.Request).IsAllowed == inputs.Policy.Decide(question.Request).IsAllowed);
        var granted = inputs.Questions.FirstOrDefault(question => compiled.Decide(question.Request).IsAllowed);
        if (granted is null || compiled.Decide(granted.Request).Assignment is not { } removed)
        {
            return (alike, null);
        }

        var less = compiled.Without(removed);
        return (alike, new Change(
            granted, removed, Before: compiled.Decide(granted.Request), After: less.Decide(granted.Request)));
    }

    // Who is a guest is in no text, so that this is asked as typed.
    private static Verdict AskAsTexts(CompiledPolicy policy, AccessRequest request) =>
        request.Principal.Membership is Membership.Guest || request.Attributes is not null
            ? policy.Decide(request)
            : policy.Decide(request.Principal.Id.Text, request.Action.Text, request.Plane, request.Scope.Text);

    private sealed record Change(Question Question, RoleAssignment Removed, Verdict Before, Verdict After);
}
