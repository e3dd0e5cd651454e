using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Canonical;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Canonical;

/// <summary>Writes a document in its canonical form, beside the platform that reads it and writes it as it
/// is.</summary>
[MemoryDiagnoser]
public class CanonicalJsonBenchmarks
{
    private static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private byte[] _document = [];
    private byte[] _canonical = [];

    [Params(
        CanonicalDocuments.Record, CanonicalDocuments.Shuffled, CanonicalDocuments.Escaped, CanonicalDocuments.Numbers)]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _document = CanonicalDocuments.Get(Document);
        _canonical = Canonicalize();
        if (!JsonNode.DeepEquals(JsonNode.Parse(Floor()), JsonNode.Parse(_canonical)) || FindDeviation() is not null)
        {
            throw new InvalidOperationException("the canonical form says something else than the document");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] Floor()
    {
        var output = new ArrayBufferWriter<byte>(_document.Length);
        using var document = JsonDocument.Parse(_document);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            document.WriteTo(json);
        }

        return output.WrittenSpan.ToArray();
    }

    [Benchmark]
    public byte[] Canonicalize() => CanonicalJson.Canonicalize(_document).Expect();

    [Benchmark]
    public int? FindDeviation() => CanonicalJson.FindDeviation(_canonical);
}
