using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Tour.Assessment;

namespace AmlSecurity.Tour.Sarif;

/// <summary>Writes the findings of one document as results (3.27).</summary>
internal static class SarifResults
{
    public static IEnumerable<JsonObject> Of(TemplateStory story, int artifact, ImmutableArray<RuleId> rules)
    {
        var places = TextPlaces.Of(story.Input.Utf8);
        foreach (var finding in story.Findings)
        {
            var (kind, level) = Weigh(finding.Severity);
            var physical = new JsonObject { ["artifactLocation"] = SarifText.Artifact(story.Input.Name, artifact) };
            if (places.Find(finding.Path) is var (line, column))
            {
                physical["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = column };
            }

            yield return new JsonObject
            {
                ["ruleId"] = finding.Rule.Text,
                ["ruleIndex"] = rules.IndexOf(finding.Rule),
                ["kind"] = kind,
                ["level"] = level,
                ["message"] = new JsonObject { ["text"] = SarifText.Sentences(finding.Message, finding.Remedy) },
                ["locations"] = new JsonArray(new JsonObject
                {
                    ["physicalLocation"] = physical,
                    ["logicalLocations"] = new JsonArray(
                        new JsonObject { ["fullyQualifiedName"] = SarifText.Clean(finding.Path) }),
                }),
            };
        }
    }

    // 3.27.9 and 3.27.10: what is not known is open, and only what fails has a level.
    private static (string Kind, string Level) Weigh(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Violation => ("fail", "error"),
        FindingSeverity.Warning => ("fail", "warning"),
        FindingSeverity.Advice => ("fail", "note"),
        _ => ("open", "none"),
    };
}
