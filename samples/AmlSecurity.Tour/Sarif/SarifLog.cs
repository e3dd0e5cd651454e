using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Assessment;
using AmlSecurity.Tour.Inputs;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Puts the findings of all templates into one run of SARIF 2.1.0. Numbers in comments are sections of the
/// standard.</summary>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    public static JsonObject Of(TourInputs inputs)
    {
        ImmutableArray<TemplateStory> stories = TemplateStory.All(inputs);
        ImmutableArray<InputFile> files =
            [.. inputs.Files.Where(file => file.Kind is InputKind.Templates or InputKind.TemplateParameters)];
        ImmutableArray<RuleId> rules =
            [.. stories.SelectMany(story => story.Findings).Select(finding => finding.Rule).Distinct()
                .OrderBy(rule => rule.Text, StringComparer.Ordinal)];
        var names = files.Select(file => file.Name).ToList();
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                ["invocations"] = new JsonArray(Invocation(files)),
                ["artifacts"] = TourDocument.List(files, file => new JsonObject
                {
                    ["location"] = new JsonObject { ["uri"] = SarifText.UriOf(file.Name), ["uriBaseId"] = SarifText.Base },
                    ["roles"] = new JsonArray("analysisTarget"),
                }),

                // 3.14.23: an empty list says that nothing was found, an absent one that nothing was looked for.
                ["results"] = TourDocument.List(
                    stories.SelectMany(story => SarifResults.Of(story, names.IndexOf(story.Input.Name), rules)),
                    result => result),

                // 3.14.27: required as soon as a region has a column.
                ["columnKind"] = "utf16CodeUnits",
            }),
        };
    }

    private static JsonObject Driver(ImmutableArray<RuleId> rules)
    {
        var assembly = typeof(Finding).Assembly;
        return new JsonObject
        {
            ["name"] = "AmlSecurity",
            ["version"] = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
                ?? $"{assembly.GetName().Version}",
            ["rules"] = TourDocument.List(rules, rule => new JsonObject
            {
                ["id"] = rule.Text,
                ["shortDescription"] = new JsonObject { ["text"] = RuleTexts.ShortOf(rule) },
                ["help"] = new JsonObject { ["text"] = RuleTexts.Of(rule) },
            }),
        };
    }

    // What was not understood is no result: 3.20.21.
    private static JsonObject Invocation(ImmutableArray<InputFile> files) => new()
    {
        ["executionSuccessful"] = files.All(file => file.Faults.IsEmpty),
        ["toolExecutionNotifications"] = TourDocument.List(
            files.SelectMany((file, at) => file.Faults.Select(fault => (Fault: fault, File: file.Name, At: at))),
            one => new JsonObject
            {
                ["level"] = "error",
                ["message"] = new JsonObject { ["text"] = SarifText.Sentence(one.Fault.Reason) },
                ["locations"] = new JsonArray(new JsonObject
                {
                    ["physicalLocation"] = new JsonObject { ["artifactLocation"] = SarifText.Artifact(one.File, one.At) },
                    ["logicalLocations"] = new JsonArray(
                        new JsonObject { ["fullyQualifiedName"] = SarifText.Clean(one.Fault.Path) }),
                }),
            }),
    };
}
