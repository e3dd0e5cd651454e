namespace AmlSecurity.Benchmarks.Report;

/// <summary>Methods of one benchmark class that do the same work; the first of them is what the others are held
/// against.</summary>
/// <param name="Chapter">The chapter of the page.</param>
/// <param name="Title">The title.</param>
/// <param name="Text">What is measured, and what the floor leaves out.</param>
/// <param name="Plot">The name of the plot's file, without ending.</param>
/// <param name="Type">The name of the benchmark class.</param>
/// <param name="Contestants">The methods.</param>
internal sealed record Contest(
    string Chapter, string Title, string Text, string Plot, string Type, params Contestant[] Contestants)
{
    /// <summary>Puts the measurements in rows: one for each method, a cell for each choice of parameters.</summary>
    public ContestResult Judge(IReadOnlyList<Measurement> measurements)
    {
        var ofThis = measurements.Where(measurement => measurement.Type == Type).ToList();
        var parameters = ofThis.Select(measurement => measurement.Parameters).Distinct().ToList();
        return parameters.Count == 0
            ? throw new InvalidOperationException($"nothing was measured of `{Type}`")
            : new ContestResult(
                parameters,
                [.. Contestants.Select(contestant =>
                    (contestant, parameters.Select(choice => Of(contestant, choice)).ToArray()))]);

        Measurement Of(Contestant contestant, string choice) => ofThis.Single(
            measurement => measurement.Method == contestant.Method && measurement.Parameters == choice);
    }
}
