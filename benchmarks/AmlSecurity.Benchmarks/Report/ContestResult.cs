namespace AmlSecurity.Benchmarks.Report;

/// <summary>A contest as measured.</summary>
/// <param name="Parameters">The choices of parameters.</param>
/// <param name="Rows">For each contestant its measurements, one for each choice.</param>
internal sealed record ContestResult(
    IReadOnlyList<string> Parameters, IReadOnlyList<(Contestant Contestant, Measurement[] Cells)> Rows)
{
    /// <summary>How much longer a contestant takes than the first.</summary>
    public double Ratio(int row, int choice) =>
        Rows[row].Cells[choice].Nanoseconds / Rows[0].Cells[choice].Nanoseconds;
}
