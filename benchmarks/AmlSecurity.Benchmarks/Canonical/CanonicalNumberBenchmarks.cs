using System.Globalization;
using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Canonical;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Canonical;

/// <summary>Writes numbers in their canonical form, beside the platform that reads each and writes its shortest
/// digits.</summary>
[MemoryDiagnoser]
public class CanonicalNumberBenchmarks
{
    private readonly byte[] _document = CanonicalDocuments.Get(CanonicalDocuments.Numbers);
    private readonly byte[] _digits = new byte[32];

    [Benchmark(Baseline = true)]
    public int Floor()
    {
        var length = 0;
        var json = new Utf8JsonReader(_document);
        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.Number)
            {
                var value = double.Parse(json.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
                value.TryFormat(_digits, out var written, default, CultureInfo.InvariantCulture);
                length += written;
            }
        }

        return length;
    }

    [Benchmark]
    public byte[] Canonicalize() => CanonicalJson.Canonicalize(_document).Expect();
}
