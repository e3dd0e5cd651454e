using System.Text.Json.Nodes;

namespace AmlSecurity.Tour.Tests;

/// <summary>A folder of input files that lives as long as a test.</summary>
internal sealed class Folder : IDisposable
{
    public const string Workspace =
        """
        {
          // as Azure allows it
          "type": "Microsoft.MachineLearningServices/workspaces",
          "name": "no_name{0}](x)",
          "location": "westeurope",
          "identity": { "type": "SystemAssigned" },
          "sku": { "name": "Basic", "tier": "Basic" },
          "properties": { "encryption": { "status": "Enabled", "keyVaultProperties": {} } }
        }
        """;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("tour");

    public string Path => _directory.FullName;

    public string Sarif => System.IO.Path.Combine(Path, "found.sarif");

    /// <summary>Gets the folder that comes with the program.</summary>
    public static string OfProgram => System.IO.Path.Combine(AppContext.BaseDirectory, "inputs");

    public void Add(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        return (TourProgram.Run(args, output, error), output.ToString(), error.ToString());
    }

    /// <summary>Runs the tour for a machine and picks the chapter on templates.</summary>
    public static JsonArray Assess(params string[] args) =>
        JsonNode.Parse(Run([.. args, "--json"]).Output)!["assessment"]!["files"]!.AsArray();

    public JsonNode WriteSarif(string folder, string rules = "2020-03-13")
    {
        Run(folder, "--rule-set", rules, "--sarif", Sarif);
        return JsonNode.Parse(File.ReadAllText(Sarif))!;
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
