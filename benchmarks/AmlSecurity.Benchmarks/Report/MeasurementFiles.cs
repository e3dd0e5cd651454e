using System.Globalization;
using System.Text.Json;

namespace AmlSecurity.Benchmarks.Report;

/// <summary>Reads the JSON that BenchmarkDotNet leaves in a folder.</summary>
internal sealed class MeasurementFiles
{
    private MeasurementFiles(string machine, IReadOnlyList<Measurement> measurements) =>
        (Machine, Measurements) = (machine, measurements);

    /// <summary>Gets the sentence on the machine: processor, cores, runtime and the tool.</summary>
    public string Machine { get; }

    public IReadOnlyList<Measurement> Measurements { get; }

    public static MeasurementFiles Read(string folder)
    {
        var machine = new SortedSet<string>(StringComparer.Ordinal);
        var measurements = new List<Measurement>();
        foreach (var file in Directory.EnumerateFiles(folder, "*-report-full*.json", SearchOption.AllDirectories))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            machine.Add(MachineOf(document.RootElement.GetProperty("HostEnvironmentInfo")));
            foreach (var benchmark in document.RootElement.GetProperty("Benchmarks").EnumerateArray())
            {
                measurements.Add(MeasurementOf(benchmark));
            }
        }

        return machine.Count == 1
            ? new MeasurementFiles(machine.Single(), measurements)
            : throw new InvalidOperationException($"`{folder}` holds the results of {machine.Count} machines, not of one");
    }

    private static string MachineOf(JsonElement host) => string.Create(
        CultureInfo.InvariantCulture,
        $"{host.GetProperty("ProcessorName").GetString()}, {host.GetProperty("LogicalCoreCount").GetInt32()} logical cores; "
        + $"{host.GetProperty("RuntimeVersion").GetString()}; BenchmarkDotNet {host.GetProperty("BenchmarkDotNetVersion").GetString()}");

    private static Measurement MeasurementOf(JsonElement benchmark) => new(
        benchmark.GetProperty("Type").GetString()!,
        benchmark.GetProperty("Method").GetString()!,
        benchmark.GetProperty("Parameters").GetString()!,
        benchmark.GetProperty("Statistics").GetProperty("Min").GetDouble(),
        benchmark.GetProperty("Memory").GetProperty("BytesAllocatedPerOperation").GetDouble());
}
