using System.Text;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces;

namespace AmlSecurity.Domain.Tests.Workspaces.Assessment;

/// <summary>What is found in each published template and example, beside a file that a person has reviewed.</summary>
/// <remarks>With <c>AMLSEC_WRITE_GOLDEN=1</c> the files are written anew; read the difference before you commit
/// it.</remarks>
public sealed class GoldenFindingsTests
{
    private static readonly string Golden = Repository.PathOf(
        "tests", "AmlSecurity.Domain.Tests", "Workspaces", "Assessment", "Golden");

    [VectorTheory("aml/arm-templates", "aml/rest-examples")]
    [InlineData("arm-templates")]
    [InlineData("rest-examples")]
    public void The_findings_are_those_that_were_reviewed(string folder)
    {
        var files = Directory.GetFiles(OutsideVectors.PathOf($"aml/{folder}"), "*.json")
            .Where(file => !file.EndsWith(".parameters.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Check(file, null, Path.GetFileNameWithoutExtension(file));
            var parameters = file.Replace(".azuredeploy.json", ".parameters.json", StringComparison.Ordinal);
            if (parameters != file && File.Exists(parameters))
            {
                Check(file, parameters, Path.GetFileNameWithoutExtension(parameters));
            }
        }
    }

    private static void Check(string file, string? parameters, string name)
    {
        var found = Describe(Workspace.Read(
            File.ReadAllBytes(file), parameters is null ? [] : File.ReadAllBytes(parameters)).Expect());
        var golden = Path.Combine(Golden, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("AMLSEC_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Golden);
            File.WriteAllText(golden, found);
        }

        Assert.Equal(File.ReadAllText(golden), found);
    }

    private static string Describe(Workspace workspace)
    {
        var text = new StringBuilder();
        foreach (var resource in workspace.Documents.Resources)
        {
            var deployed = resource.Condition switch { true => "", false => " (not deployed)", null => " (perhaps)" };
            text.Append($"{resource.Type ?? "no type"} at {resource.Path}{deployed}\n");
        }

        text.Append('\n');
        foreach (var finding in workspace.Assess(RuleSet.March2020).ThatSpeak())
        {
            text.Append($"{finding}\n");
        }

        return text.ToString();
    }
}
