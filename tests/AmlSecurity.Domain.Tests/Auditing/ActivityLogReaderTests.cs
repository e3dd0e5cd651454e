using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "MON-02")]
public sealed class ActivityLogReaderTests
{
    private const string Small = """{"time":"2020-03-13T10:00:00Z","operationName":"a/b/write"}""";

    [Fact]
    public void The_shape_is_recognised_by_the_name_of_the_time()
    {
        Assert.Equal(ActivityLogShape.Rest, ActivityLogLab.One(ActivityLogLab.Rest, Strictness.Strict).Shape);
        Assert.Equal(
            ActivityLogShape.DiagnosticSettings, ActivityLogLab.One(ActivityLogLab.Stored, Strictness.Strict).Shape);
    }

    [Theory]
    [InlineData($"[{Small},{ActivityLogLab.Rest}]")]
    [InlineData($$"""{ "value": [{{Small}},{{ActivityLogLab.Rest}}], "nextLink": null }""")]
    [InlineData($$"""{ "records": [{{Small}},{{ActivityLogLab.Rest}}] }""")]
    [InlineData($"{Small}\r\n{Small}\n")]
    [InlineData($$"""
        {"records":[{{Small}}]}

        [{{Small}}]
        """)]
    public void Every_container_is_read(string json)
    {
        var reading = ActivityLogLab.Read(json, Strictness.Strict);

        Assert.True(reading.IsComplete, string.Join('\n', reading.Faults));
        Assert.Equal(2, reading.Values.Length);
    }

    [Fact]
    public void A_byte_order_mark_and_a_single_line_are_read()
    {
        byte[] marked = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{Small}\n{Small}")];

        Assert.Equal(2, ActivityLogReader.Read(marked, Strictness.Strict).Values.Length);
        Assert.Single(ActivityLogReader.Read(marked.AsSpan(0, 3 + Small.Length), Strictness.Strict).Values);
    }

    [Fact]
    public void A_broken_line_is_a_fault_with_its_place_and_loses_no_other()
    {
        var reading = ActivityLogLab.Read($"{Small}\n{{\"time\":\"never\"}}\n{{\"time\":}}\n{Small}");

        Assert.Equal(2, reading.Values.Length);
        Assert.Equal(["$[1].time", "$[2].time"], reading.Faults.Select(fault => fault.Path));
        Assert.Equal(Small.Length + 1 + "{\"time\":".Length, reading.Faults[0].Offset);
        Assert.Equal(DocumentFaultKind.NotJson, reading.Faults[1].Kind);
    }

    [Theory]
    [InlineData("2020-03-13T10:00:00.1234567Z", true, 1_234_567)]
    [InlineData("2020-03-13T10:00:00Z", true, 0)]
    [InlineData("2020-03-13T12:00:00.5+02:00", true, 5_000_000)]
    [InlineData("2020-03-13T10:00:00.123456789Z", true, 1_234_567)]
    [InlineData("2020-03-13T10:00:00", false, 0)]
    [InlineData("2020-03-13 10:00:00.25", false, 2_500_000)]
    [InlineData("2020-03-13 10:00:00Z", false, 0)]
    [InlineData("3/13/2020 10:00:00 AM", false, 0)]
    [InlineData("03/13/2020 10:00:00", false, 0)]
    [InlineData("/Date(1584093600000)/", false, 0)]
    public void Times_are_read_in_the_forms_of_the_tools(string text, bool isRegular, int ticks)
    {
        var json = Small.Replace("2020-03-13T10:00:00Z", text, StringComparison.Ordinal);
        var expected = Instant.FromUtc(2020, 3, 13, 10, 0) + Duration.FromTicks(ticks);

        Assert.Equal(expected.ToUnixTimeTicks(), ActivityLogLab.One(json).Time.ToUnixTimeTicks());
        Assert.Equal(isRegular, ActivityLogLab.Read(json, Strictness.Strict).IsComplete);
        Assert.Contains(text, ActivityLogLab.Write(ActivityLogLab.One(json), ActivityLogShape.Rest)
            .Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"operationName":"a/b"}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"time":"2020-03-13T10:00:00Z"}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"time":"2020-03-13T10:00:00Z","operationName":{"value":null}}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"time":"-0044-03-15T10:00:00Z","operationName":"a"}""", "$.time", DocumentFaultKind.Malformed)]
    [InlineData("""{"time":7,"operationName":"a"}""", "$.time", DocumentFaultKind.OfTheWrongType)]
    [InlineData("""{"time":"2020-03-13T10:00:00Z","operationName":"a","Time":null}""", "$.Time", DocumentFaultKind.Duplicate)]
    [InlineData("""{"time":"2020-03-13T10:00:00Z","operationName":"a","x":["\ud800"]}""", "$.x", DocumentFaultKind.NotUnicode)]
    [InlineData("7", "$", DocumentFaultKind.OfTheWrongType)]
    [InlineData("", "$", DocumentFaultKind.NotJson)]
    public void An_event_that_cannot_be_understood_is_a_fault(string json, string path, DocumentFaultKind kind)
    {
        var fault = Assert.Single(ActivityLogLab.Read(json).Faults);

        Assert.Equal((path, kind), (fault.Path, fault.Kind));
    }

    [Theory]
    [InlineData(""" "claims":"{}" """, "$.claims", DocumentFaultKind.Irregular)]
    [InlineData(""" "claims":["a"] """, "$.claims", DocumentFaultKind.OfTheWrongType)]
    [InlineData(""" "caller":{"a":1} """, "$.caller", DocumentFaultKind.OfTheWrongType)]
    public void A_member_of_another_type_is_kept_leniently_and_a_fault_strictly(
        string member, string path, DocumentFaultKind kind)
    {
        var json = $$"""{{{member}},{{Small[1..]}}""";
        var lenient = ActivityLogLab.Read(json);

        Assert.Equal((path, kind), (lenient.Notices.Single().Path, lenient.Notices.Single().Kind));
        Assert.Single(lenient.Values);
        Assert.True(lenient.Notices.SequenceEqual(ActivityLogLab.Read(json, Strictness.Strict).Faults));
    }

    [Fact]
    public void Mutated_documents_never_throw_and_their_events_are_fixed_points()
    {
        var random = new Random(20200313);
        var sources = new[] { ActivityLogLab.Rest, ActivityLogLab.Stored, $"{Small}\n{Small}" }
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        var understood = 0;
        for (var round = 0; round < 750; round++)
        {
            byte[] mutated = [.. sources[round % sources.Count]];
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(mutated.Length);
                mutated = random.Next(3) switch
                {
                    0 => [.. mutated[..at], .. mutated[(at + 1)..]],
                    1 => [.. mutated[..at], "{}[]\",:\\u0d8n\n"u8[random.Next(14)], .. mutated[at..]],
                    _ => [.. mutated[..at], (byte)random.Next(256), .. mutated[(at + 1)..]],
                };
            }

            foreach (var read in ActivityLogReader.Read(mutated, Strictness.Lenient).Values)
            {
                understood++;
                _ = read.ToAuditEvent();
                _ = UsedActions.From([read]);
                foreach (var shape in Enum.GetValues<ActivityLogShape>())
                {
                    Assert.Equal(read.As(shape), ActivityLogLab.One(ActivityLogLab.Write(read, shape)));
                }
            }
        }

        Assert.InRange(understood, 150, 1_500);
    }
}
