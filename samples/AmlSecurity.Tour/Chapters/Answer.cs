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

    private string OtherReading => TourDocument.Word(
        _explanation.Reading == WildcardReading.Azure ? WildcardReading.Literal : WildcardReading.Azure);

    public void Print(IAnsiConsole console, int number)
    {
        var request = _question.Request;
        var plane = request.Plane == Plane.Data ? " (data plane)" : "";
        var grid = new Grid()
            .AddColumn(new GridColumn().Padding(4, 0, 2, 0).NoWrap())
            .AddColumn(new GridColumn().Padding(0, 0));
        grid.AddRow(
            Decision.IsAllowed ? "[green]ALLOWED[/]" : "[red]DENIED[/]",
            $"{Decision.Rule}: {SafeText.Markup(_grounds.Sentence())}");
        Row(grid, "who", PrincipalLabel.Of(_inputs, request.Principal));
        Row(grid, "what", request.Action.Text + plane);
        Row(grid, "where", ScopeLabel.Of(request.Scope));
        foreach (var (label, line) in _grounds.Lines())
        {
            Row(grid, label, line);
        }

        foreach (var dependence in Dependences())
        {
            grid.AddRow("[yellow]depends[/]", $"[yellow]{dependence}[/]");
        }

        console.MarkupLine($"[bold]{number}. {SafeText.Markup(_question.Note ?? request.Action.Text)}[/]");
        console.Write(grid);
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
        ["remedy"] = GroundsJson.Remedy(_explanation),
    };

    private static void Row(Grid grid, string label, string text) =>
        grid.AddRow($"[grey]{label}[/]", SafeText.Markup(text));

    private IEnumerable<string> Dependences()
    {
        if (_explanation.DependsOnReading)
        {
            yield return
                $"{AuthorizationRules.Wildcards}: the {OtherReading} reading of wildcards would decide otherwise";
        }

        if (DependsOnRules)
        {
            var other = _underOtherRules.IsAllowed ? "allowed" : "denied";
            yield return $"{_underOtherRules.Rule}: under the rule set {_otherRules} it would be {other}";
        }
    }
}
