using System.Collections.Immutable;
using AmlSecurity.Tour.Chapters;
using Spectre.Console;

namespace AmlSecurity.Tour.Output;

/// <summary>Prints the tour for a person, chapter after chapter.</summary>
internal static class TourBook
{
    public static void Print(TourInputs inputs, ImmutableArray<IChapter> chapters, IAnsiConsole console)
    {
        console.MarkupLine("[bold]AmlSecurity: who may do what, and why[/]");
        console.MarkupLine(
            $"[grey]{SafeText.Markup(inputs.Folder)}[/]\n"
            + $"rule set {inputs.Policy.Rules}, {inputs.Policy.Reading} reading of wildcards, "
            + $"{inputs.Strictness.ToString().ToLowerInvariant()} reading of files");
        for (var at = 0; at < chapters.Length; at++)
        {
            console.WriteLine();
            console.Write(new Rule($"[bold blue]{at + 1}  {chapters[at].Title}[/]").LeftJustified());
            console.WriteLine();
            chapters[at].Print(inputs, console);
        }

        console.WriteLine();
    }
}
