using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Makes documents for tests, and shows nodes as text.</summary>
internal static class TemplateLab
{
    public const string ArmTemplates = "aml/arm-templates";
    public const string RestExamples = "aml/rest-examples";

    public static ConfigurationDocument Read(string json, string parameters = "") =>
        ConfigurationDocument.Read(Encoding.UTF8.GetBytes(json), Encoding.UTF8.GetBytes(parameters)).Expect();

    public static ConfigurationDocument ReadFile(string path, string? parameters = null) => ConfigurationDocument.Read(
        File.ReadAllBytes(OutsideVectors.PathOf(path)),
        parameters is null ? [] : File.ReadAllBytes(OutsideVectors.PathOf(parameters))).Expect();

    /// <summary>Reads a template with one resource, whose properties are given as JSON.</summary>
    public static ConfigurationDocument Template(
        string properties, string parameters = "{}", string variables = "{}", string given = "") => Read(
        $$"""
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "parameters": {{parameters}},
          "variables": {{variables}},
          "resources": [{ "type": "Microsoft.X/ys", "name": "n", "properties": {{properties}} }]
        }
        """,
        given);

    /// <summary>Evaluates one expression, given without its brackets.</summary>
    public static ConfigurationNode Evaluate(
        string expression, string parameters = "{}", string variables = "{}", string given = "") =>
        Template($$"""{ "value": {{JsonSerializer.Serialize($"[{expression}]")}} }""", parameters, variables, given)
            .Resources[0].Properties["value"];

    /// <summary>Shows a value as JSON, and what is not resolved as <c>?</c>.</summary>
    public static string Show(ConfigurationNode node) => node.Kind switch
    {
        ConfigurationNodeKind.Absent => "",
        ConfigurationNodeKind.Unresolved => "?",
        ConfigurationNodeKind.Text => $"\"{node.AsText}\"",
        ConfigurationNodeKind.Number => $"{node.AsInteger}",
        ConfigurationNodeKind.Boolean => node.AsBoolean == true ? "true" : "false",
        ConfigurationNodeKind.Array => $"[{string.Join(',', node.Items.Select(Show))}]",
        ConfigurationNodeKind.Object =>
            $"{{{string.Join(',', node.Members.Select(member => $"\"{member.Key}\":{Show(member.Value)}"))}}}",
        _ => "null",
    };

    /// <summary>Lists the paths in a node that are not resolved.</summary>
    public static IEnumerable<string> UnresolvedIn(ConfigurationNode node) => node.IsUnresolved
        ? [node.Path]
        : node.Items.Concat(node.Members.Select(member => member.Value)).SelectMany(UnresolvedIn);

    /// <summary>Counts everything in a node, up to a bound.</summary>
    public static int Walk(ConfigurationNode node, int atMost)
    {
        var count = 1;
        _ = node.ToString();
        foreach (var child in node.Items.Concat(node.Members.Select(member => member.Value)))
        {
            count += count < atMost ? Walk(child, atMost - count) : 0;
        }

        return count;
    }
}
