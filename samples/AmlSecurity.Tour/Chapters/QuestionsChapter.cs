using System.Text.Json.Nodes;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Answers each question, with the rule that the answer rests on and everything that was considered.</summary>
internal sealed class QuestionsChapter : IChapter
{
    private const int Most = 40;

    public string Name => "questions";

    public string Title => "Questions and answers";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        if (inputs.Questions.IsEmpty)
        {
            console.MarkupLine(
                "There are no questions, and nothing to make any from: that takes a principal and a workspace.");
            return;
        }

        if (!inputs.HasOwnQuestions)
        {
            var asked = Math.Min(inputs.Principals.Length, QuestionMaker.MostPrincipals);
            console.MarkupLine(
                $"The folder holds no questions. These are the actions of the matrix for {asked} of "
                + $"{inputs.Principals.Length} principals at {SafeText.Markup(ScopeLabel.Of(inputs.Workspaces[0]))}.");
            console.WriteLine();
        }

        for (var at = 0; at < Math.Min(inputs.Questions.Length, Most); at++)
        {
            new Answer(inputs, inputs.Questions[at]).Print(console, at + 1);
        }

        Remainder.Print(console, inputs.Questions.Length, Most);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["fromFolder"] = inputs.HasOwnQuestions,
        ["answers"] = TourDocument.List(inputs.Questions, question => new Answer(inputs, question).ToJson()),
    };
}
