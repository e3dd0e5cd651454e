namespace AmlSecurity.Benchmarks.Report;

/// <summary>A contest as measured.</summary>
/// <param name="Parameters">The choices of parameters.</param>
/// <param name="Rows">For each contestant its measurements, one for each choice.</param>
internal sealed record ContestResult(
    IReadOnlyList<string> Parameters, IReadOnlyList<(Contestant Contestant, Measurement[] Cells)> Rows)
{
    /// <summary>Gets the choices in words, without the parameters of which there is one value only.</summary>
    public IReadOnlyList<string> Spoken { get; } = Speak([.. Parameters.Select(choice => choice.Split('&'))]);

    /// <summary>How much longer a contestant takes than the first.</summary>
    public double Ratio(int row, int choice) =>
        Rows[row].Cells[choice].Nanoseconds / Rows[0].Cells[choice].Nanoseconds;

    private static List<string> Speak(string[][] choices) =>
    [
        .. choices.Select(choice =>
        {
            var told = choice.Where((part, at) => choices.Any(other => other[at] != part));
            return told.Any() ? string.Join(", ", told.Select(part => part.Replace("=", ": ", StringComparison.Ordinal))) : "ratio, allocated";
        }),
    ];
}
