using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>The answer to one question, under the rules of the tour and under the others.</summary>
internal sealed class Answer
{
    private readonly TourInputs _inputs;
    private readonly Question _question;
    private readonly AccessExplanation _explanation;
    private readonly Grounds _grounds;
    private readonly RuleSet _otherRules;
    private readonly AccessDecision _underOtherRules;

    public Answer(TourInputs inputs, Question question)
    {
        _inputs = inputs;
        _question = question;
        _explanation = inputs.Policy.Explain(question.Request);
        _grounds = new Grounds(inputs.Names, _explanation);
        _otherRules = inputs.Policy.Rules == RuleSet.Current ? RuleSet.March2020 : RuleSet.Current;
        _underOtherRules = inputs.Policy.Under(_otherRules).Decide(question.Request);
    }

    private AccessDecision Decision => _explanation.Decision;

    private bool DependsOnRules => _underOtherRules.IsAllowed != Decision.IsAllowed;

    private string OtherReading =>
        TourDocument.Word(_explanation.Reading == WildcardReading.Azure ? WildcardReading.Literal : WildcardReading.Azure);

    public void Print(IAnsiConsole console, int number)
    {
        var request = _question.Request;
        var guest = request.Principal.Membership is Membership.Guest ? " (guest)" : "";
        console.MarkupLine($"[bold]{number}. {SafeText.Markup(_question.Note ?? request.Action.Text)}[/]");
        Indented(
            console,
            $"[grey]{SafeText.Markup(_inputs.Names.Of(request.Principal.Id))}{guest}, "
            + $"{SafeText.Markup(request.Action.Text)}{(request.Plane == Plane.Data ? " (data plane)" : "")}, "
            + $"{SafeText.Markup(ScopeLabel.Of(request.Scope))}[/]");
        Indented(
            console,
            $"{(Decision.IsAllowed ? "[green]ALLOWED[/]" : "[red]DENIED[/]")}  {Decision.Rule}  "
            + SafeText.Markup(_grounds.Sentence()));
        foreach (var line in _grounds.Lines())
        {
            Indented(console, $"- {SafeText.Markup(line)}");
        }

        if (_explanation.DependsOnReading)
        {
            Indented(console, $"[yellow]! the {OtherReading} reading of wildcards would decide otherwise (RBAC-05)[/]");
        }

        if (DependsOnRules)
        {
            var other = _underOtherRules.IsAllowed ? "allowed" : "denied";
            Indented(console, $"[yellow]! under rule set {_otherRules} it is {other} ({_underOtherRules.Rule})[/]");
        }

        console.WriteLine();
    }

    public JsonNode ToJson() => new JsonObject
    {
        ["note"] = _question.Note,
        ["principal"] = _question.Request.Principal.Id.Text,
        ["principalName"] = _inputs.Names.Find(_question.Request.Principal.Id),
        ["membership"] = _question.Request.Principal.Membership switch
        {
            Membership.Guest => "guest",
            Membership.Member => "member",
            _ => null,
        },
        ["action"] = _question.Request.Action.Text,
        ["plane"] = TourDocument.Word(_question.Request.Plane),
        ["scope"] = _question.Request.Scope.Text,
        ["allowed"] = Decision.IsAllowed,
        ["rule"] = Decision.Rule.Text,
        ["reason"] = Decision is AccessDecision.Denied denied ? TourDocument.Word(denied.Reason) : null,
        ["sentence"] = _grounds.Sentence(),
        ["dependsOnReading"] = _explanation.DependsOnReading,
        ["otherRuleSet"] = new JsonObject
        {
            ["ruleSet"] = _otherRules.ToString(),
            ["allowed"] = _underOtherRules.IsAllowed,
            ["rule"] = _underOtherRules.Rule.Text,
        },
        ["denies"] = GroundsJson.Denies(_explanation),
        ["assignments"] = GroundsJson.Assignments(_explanation),
    };

    private static void Indented(IAnsiConsole console, string markup) =>
        console.Write(new Padder(new Markup(markup), new Padding(4, 0, 0, 0)));
}
