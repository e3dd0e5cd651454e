using System.Text.Json.Nodes;

namespace AmlSecurity.Tour.Tests;

/// <summary>Holds the written file against what SARIF 2.1.0 demands.</summary>
public sealed class SarifTests
{
    private static readonly Lazy<JsonNode> Own = new(() =>
    {
        using var folder = new Folder();
        return folder.WriteSarif(Folder.OfProgram);
    });

    [Fact]
    public void The_file_has_what_the_standard_requires()
    {
        var log = Own.Value;
        var run = Assert.Single(log["runs"]!.AsArray())!;

        Assert.Equal("2.1.0", (string)log["version"]!);
        Assert.Equal("AmlSecurity", (string)run["tool"]!["driver"]!["name"]!);
        Assert.NotEmpty((string)run["tool"]!["driver"]!["version"]!);
        Assert.Equal("utf16CodeUnits", (string)run["columnKind"]!);
        Assert.True((bool)run["invocations"]![0]!["executionSuccessful"]!);
        Assert.NotEmpty(Results(log));
        Assert.All(Results(log), result =>
        {
            var place = result["locations"]![0]!["physicalLocation"]!;
            var artifact = run["artifacts"]![(int)place["artifactLocation"]!["index"]!]!["location"]!;
            Assert.Equal((string)artifact["uri"]!, (string)place["artifactLocation"]!["uri"]!);
            Assert.EndsWith(".", (string)result["message"]!["text"]!, StringComparison.Ordinal);
            Assert.StartsWith(
                "$", (string)result["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]!, StringComparison.Ordinal);
            Assert.True(place["region"] is not { } region
                || ((int)region["startLine"]! > 0 && (int)region["startColumn"]! > 0));
        });
    }

    [Fact]
    public void Each_result_points_at_its_rule_which_says_what_it_is_about()
    {
        var log = Own.Value;
        var rules = log["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();

        Assert.All(Results(log), result =>
            Assert.Equal((string)result["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!));
        Assert.Equal(rules.Count, rules.Select(rule => (string)rule!["id"]!).Distinct().Count());
        Assert.All(rules, rule =>
            Assert.DoesNotContain("The rule ", (string)rule!["shortDescription"]!["text"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_fails_has_a_level_and_what_is_not_known_is_open()
    {
        var weights = Results(Own.Value)
            .Select(result => ((string)result["kind"]!, (string)result["level"]!))
            .ToHashSet();

        Assert.Equal([("fail", "error"), ("fail", "note"), ("fail", "warning"), ("open", "none")], weights.Order());
    }

    [Theory]
    [InlineData("ENC-18", "\"[parameters('keyAddress')]\"")]
    [InlineData("DEC-04", "\"[parameters('labMachinePassword')]\"")]
    [InlineData("IDENT-10", "{ \"type\": \"SystemAssigned\" }")]
    public void A_region_begins_where_the_value_does(string rule, string text)
    {
        var region = Results(Own.Value)
            .Where(result => (string)result["ruleId"]! == rule)
            .Select(result => result["locations"]![0]!["physicalLocation"]!)
            .Single(place => ((string)place["artifactLocation"]!["uri"]!).StartsWith(
                "templates-forecast.azure", StringComparison.Ordinal))["region"]!;
        var lines = File.ReadAllLines(Path.Combine(Folder.OfProgram, "templates-forecast.azuredeploy.json"));

        Assert.StartsWith(
            text, lines[(int)region["startLine"]! - 1][((int)region["startColumn"]! - 1)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_count_as_the_file_says_behind_a_mark_and_wide_letters()
    {
        using var folder = new Folder();
        folder.Add("templates.json", "\uFEFF" + """
            {"tags":{"é":"𝄞"},"type":"Microsoft.MachineLearningServices/workspaces","name":"a_b"}
            """);
        var region = Results(folder.WriteSarif(folder.Path))
            .Single(result => (string)result["ruleId"]! == "WS-01")["locations"]![0]!["physicalLocation"]!["region"]!;

        Assert.Equal((1, 81), ((int)region["startLine"]!, (int)region["startColumn"]!));
    }

    [Fact]
    public void Names_of_files_are_encoded_and_texts_make_neither_places_nor_links()
    {
        using var folder = new Folder();
        folder.Add("templates/mein Büro#1.json", Folder.Workspace);
        var result = Results(folder.WriteSarif(folder.Path)).Single(one => (string)one["ruleId"]! == "WS-01");
        var text = (string)result["message"]!["text"]!;

        Assert.Equal(
            "templates/mein%20B%C3%BCro%231.json",
            (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!);
        Assert.Contains("no_name{{0}}] (x)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_understood_is_a_notification_and_no_result()
    {
        using var folder = new Folder();
        folder.Add("templates.json", "{\"resources\":");
        var invocation = folder.WriteSarif(folder.Path)["runs"]![0]!["invocations"]![0]!;

        Assert.False((bool)invocation["executionSuccessful"]!);
        Assert.Equal("error", (string)Assert.Single(invocation["toolExecutionNotifications"]!.AsArray())!["level"]!);
    }

    [Fact]
    public void A_file_that_cannot_be_written_and_one_without_a_name_are_faults()
    {
        using var folder = new Folder();
        folder.Add("templates.json", Folder.Workspace);

        Assert.Equal(TourProgram.Misused, Folder.Run(folder.Path, "--sarif").Code);
        Assert.Equal(TourProgram.Misused, Folder.Run(folder.Path, "--sarif", "--json").Code);
        var (code, _, error) = Folder.Run(folder.Path, "--sarif", Path.Combine(folder.Path, "none", "x.sarif"));
        Assert.Equal(TourProgram.Faulty, code);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
    }

    private static List<JsonNode> Results(JsonNode log) => [.. log["runs"]![0]!["results"]!.AsArray().Select(one => one!)];
}
