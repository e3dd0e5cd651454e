using Spectre.Console;

namespace AmlSecurity.Tour.Output;

/// <summary>Makes the console that the tour is printed on.</summary>
internal static class TourConsole
{
    private const int WidthOfAFile = 120;

    /// <summary>Uses colours and the width of a terminal; of anything else a fixed width and plain text.</summary>
    public static IAnsiConsole Over(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = isTerminal ? Math.Max(console.Profile.Width, 80) : WidthOfAFile;
        return console;
    }
}
