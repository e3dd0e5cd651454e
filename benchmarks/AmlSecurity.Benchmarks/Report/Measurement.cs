namespace AmlSecurity.Benchmarks.Report;

/// <summary>What BenchmarkDotNet measured of one method under one choice of parameters.</summary>
/// <param name="Type">The name of the class.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Parameters">The parameters as BenchmarkDotNet writes them; empty without any.</param>
/// <param name="Nanoseconds">The time of one operation in the fastest iteration; a busy machine only ever makes one slower.</param>
/// <param name="Allocated">The bytes allocated by one operation.</param>
internal sealed record Measurement(string Type, string Method, string Parameters, double Nanoseconds, double Allocated);
