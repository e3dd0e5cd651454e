using Spectre.Console;

namespace AmlSecurity.Tour.Output;

/// <summary>Says so where a list was cut.</summary>
internal static class Remainder
{
    public static void Print(IAnsiConsole console, int count, int shown)
    {
        if (count > shown)
        {
            console.MarkupLine($"[grey]... and {count - shown} more; --json gives all[/]");
            console.WriteLine();
        }
    }
}
