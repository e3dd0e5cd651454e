using System.Text;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Canonical;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "MON-04")]
public sealed class ScoringRequestTests
{
    private const string Row = """
        { "timestamp": "2020-03-13T10:00:00.123Z", "id": "|r.1.", "name": "POST /score", "url": "http://svc/score?a=b",
          "success": "True", "resultCode": "200", "duration": 12.5, "itemType": "request", "operation_Id": "op-1",
          "client_IP": "192.0.2.7", "customDimensions": "{\"User-Agent\":\"curl/7\",\"ComputeType\":\"AKS\"}" }
        """;

    private const string Envelope = """
        { "name": "Microsoft.ApplicationInsights.Request", "time": "2020-03-13T10:00:00.123Z", "iKey": "x",
          "tags": { "ai.operation.id": "op-1", "ai.location.ip": "192.0.2.7" },
          "data": { "baseType": "RequestData", "baseData": { "ver": 2, "id": "|r.1.", "name": "POST /score",
            "duration": "00:00:00.0125000", "responseCode": "200", "success": true, "url": "http://svc/score?a=b",
            "properties": { "User Agent": "curl/7", "ComputeType": "AKS" } } } }
        """;

    private const string Blob = """
        { "request": [{ "id": "|r.1.", "name": "POST /score", "count": 1, "responseCode": 200, "success": true,
            "url": "http://svc/score?a=b", "urlData": { "base": "/score" }, "durationMetric": { "value": 125000.0, "count": 1.0 } }],
          "internal": { "data": { "id": "other" } },
          "context": { "data": { "eventTime": "2020-03-13T10:00:00.123Z" }, "operation": { "id": "op-1", "name": "other" },
            "location": { "clientip": "192.0.2.7" }, "device": { "id": "other" },
            "custom": { "dimensions": [{ "UserAgent": "curl/7" }, { "ComputeType": "AKS" }] } } }
        """;

    private const string Seven = """
        { "timestamp": "2020-03-13T10:00:00.123Z", "name": "scoring", "operation_Id": "op-1", "client_IP": "192.0.2.7",
          "customDimensions": { "HTTPMethod": "POST", "UserAgent": "curl/7", "ComputeType": "AKS",
            "RequestUrl": "http://svc/score?a=b", "StatusCode": 200, "RequestId": "|r.1.", "Duration": "12.5" } }
        """;

    [Theory]
    [Trait("Rule", "MON-05")]
    [InlineData(Row)]
    [InlineData(Envelope)]
    [InlineData(Blob)]
    [InlineData(Seven)]
    [InlineData($"[{Row}]")]
    public void Every_export_gives_the_seven_fields(string json)
    {
        var request = One(json);

        Assert.Equal(
            new ScoringDetails
            {
                ComputeType = "AKS",
                Duration = Duration.FromTicks(125_000),
                HttpMethod = "POST",
                RequestId = "|r.1.",
                RequestUrl = new PersonalData.Plain("http://svc/score?a=b"),
                StatusCode = 200,
                UserAgent = new PersonalData.Plain("curl/7"),
            },
            request.Details);
        Assert.Equal(("op-1", "192.0.2.7"), (request.OperationId, request.ClientIpAddress));
        Assert.Equal(Instant.FromUtc(2020, 3, 13, 10, 0) + Duration.FromMilliseconds(123), request.Time);
    }

    [Fact]
    public void Lines_are_read_one_by_one()
    {
        var line = Row.ReplaceLineEndings(" ");

        Assert.Equal(2, Read($"{line}\n{line}").Values.Length);
    }

    [Theory]
    [InlineData("\"00:00:01.5000000\"", 15_000_000)]
    [InlineData("\"1.02:03:04\"", 937_840_000_000)]
    [InlineData("\"250\"", 2_500_000)]
    [InlineData("0", 0)]
    [InlineData("1e3", 10_000_000)]
    public void A_duration_is_a_time_or_a_number_of_milliseconds(string duration, long ticks) => Assert.Equal(
        Duration.FromTicks(ticks), One(Row.Replace("12.5", duration, StringComparison.Ordinal)).Details.Duration);

    [Theory]
    [InlineData("duration", "-1", "$.duration")]
    [InlineData("duration", "\"-00:00:01\"", "$.duration")]
    [InlineData("duration", "\"soon\"", "$.duration")]
    [InlineData("duration", "1e300", "$.duration")]
    [InlineData("duration", "true", "$.duration")]
    [InlineData("timestamp", "\"never\"", "$.timestamp")]
    [InlineData("timestamp", "null", "$")]
    public void What_is_not_of_its_form_is_a_fault_with_its_place(string member, string value, string path)
    {
        var reading = Read($$"""{"timestamp":"2020-03-13T10:00:00Z","{{member}}":{{value}}}""".Replace(
            "\"timestamp\":\"2020-03-13T10:00:00Z\",\"timestamp\"", "\"timestamp\"", StringComparison.Ordinal));

        Assert.Equal(path, Assert.Single(reading.Faults).Path);
        Assert.Empty(reading.Values);
    }

    [Theory]
    [InlineData("url", 2_048)]
    [InlineData("name", 1_024)]
    public void What_is_over_a_limit_is_a_fault_with_its_place(string member, int limit)
    {
        string Json(int length) =>
            $$"""[{"timestamp":"2020-03-13T10:00:00Z","{{member}}":"{{new string('x', length)}}"}]""";

        Assert.True(Read(Json(limit)).IsComplete);
        var fault = Assert.Single(Read(Json(limit + 1)).Faults);
        Assert.Equal(($"$[0].{member}", DocumentFaultKind.Malformed), (fault.Path, fault.Kind));
    }

    [Fact]
    public void A_fault_inside_a_text_names_the_member_there()
    {
        var fault = Assert.Single(Read(Row.Replace("curl/7", new string('x', 2_049), StringComparison.Ordinal)).Faults);

        Assert.Equal("$.customDimensions['User-Agent']", fault.Path);
    }

    [Fact]
    public void A_request_that_was_broken_off_has_no_status()
    {
        var json = Row.Replace("\"200\"", "\"0\"", StringComparison.Ordinal);

        Assert.Null(One(json).Details.StatusCode);
        Assert.Equal("$.resultCode", Assert.Single(Read(json).Notices).Path);
        Assert.False(ScoringRequest.Read(Encoding.UTF8.GetBytes(json), Strictness.Strict).IsComplete);
    }

    [Theory]
    [Trait("Rule", "LOG-01")]
    [InlineData(65_536, true)]
    [InlineData(65_537, false)]
    public void A_payload_over_64_KB_is_not_logged_whole(int bytes, bool isWhole)
    {
        var request = One(Seven.Replace(
            "\"HTTPMethod\"", $"\"Inputs\": \"{new string('x', bytes)}\", \"HTTPMethod\"", StringComparison.Ordinal));

        Assert.Equal((bytes, isWhole), (request.PayloadBytes, request.IsPayloadWhole));
        Assert.Equal(isWhole, ScoringRequest.IsLoggedWhole(bytes));
    }

    [Theory]
    [InlineData("\"200\"", typeof(AuditOutcome.Succeeded))]
    [InlineData("\"500\"", typeof(AuditOutcome.Failed))]
    [InlineData("null", typeof(AuditOutcome.Started))]
    public void A_request_is_told_as_an_event_that_a_log_takes(string status, Type outcome)
    {
        var told = One(Row.Replace("\"200\"", status, StringComparison.Ordinal)).ToAuditEvent("svc");

        Assert.IsType(outcome, told.Outcome);
        Assert.Equal(("svc", "applicationInsights", "op-1"), (told.Target, told.Source, told.CorrelationId));
        Assert.Equal(new AuditActor.Unattributed(UnattributedReason.NotNamed), told.Actor);
        Assert.True(AuditLog.Empty.Append(told, AuditLab.At(0)).IsT0);
    }

    [Fact]
    public void A_masked_address_is_none() => Assert.Null(
        One(Row.Replace("192.0.2.7", "0.0.0.0", StringComparison.Ordinal)).ToAuditEvent("svc").Authentication!.Origin);

    [Fact]
    public void Mutated_documents_never_throw()
    {
        var random = new Random(20200313);
        byte[][] sources = [.. new[] { Row, Envelope, Blob, Seven }.Select(Encoding.UTF8.GetBytes)];
        var understood = 0;
        for (var round = 0; round < 1_500; round++)
        {
            byte[] mutated = [.. sources[round % sources.Length]];
            mutated[random.Next(mutated.Length)] = (byte)random.Next(32, 127);
            foreach (var request in ScoringRequest.Read(mutated, Strictness.Lenient).Values)
            {
                understood++;
                _ = request.ToAuditEvent("svc");
            }
        }

        Assert.InRange(understood, 300, 1_500);
    }

    private static ScoringRequest One(string json)
    {
        var reading = Read(json);
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Values);
    }

    private static DocumentReading<ScoringRequest> Read(string json) =>
        ScoringRequest.Read(Encoding.UTF8.GetBytes(json), Strictness.Lenient);
}
