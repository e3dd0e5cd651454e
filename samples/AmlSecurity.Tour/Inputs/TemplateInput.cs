using System.Collections.Immutable;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A configuration document of the folder: a template, a body of the REST interface, the output of a command,
/// or a deployment configuration.</summary>
internal sealed record TemplateInput(string Name, byte[] Utf8, ConfigurationShape Shape, Workspace Workspace)
{
    private const string WorkspaceType = "Microsoft.MachineLearningServices/workspaces";

    private static readonly string[] Types = [WorkspaceType, $"{WorkspaceType}/computes", $"{WorkspaceType}/services"];

    public ImmutableArray<Remark> Notices =>
        [.. Workspace.Documents.Notices.Select(notice => Remark.Of(notice.Fault))];

    /// <summary>Gets a value indicating whether a file of any name is meant for the assessment.</summary>
    public bool IsToBeAssessed => Shape == ConfigurationShape.Template
        || !Workspace.Configurations.IsEmpty
        || Workspace.Documents.Resources.Any(resource => resource.Type is { } type
            ? Types.Contains(type, StringComparer.OrdinalIgnoreCase)
            : IsDeployment(resource.Properties["computeType"]) || IsDeployment(resource.Properties["compute_type"]));

    /// <summary>Reads a document, without its parameters where these are faulty by themselves.</summary>
    public static TemplateReading Read(string name, byte[] utf8, byte[] parameters)
    {
        if (!ConfigurationDocument.Read(utf8, parameters).TryPickT0(out var document, out _)
            && !ConfigurationDocument.Read(utf8).TryPickT0(out document, out var fault))
        {
            return new TemplateReading(null, [Remark.Of(fault)]);
        }

        return new TemplateReading(new TemplateInput(name, utf8, document.Shape, Workspace.Of(document)), []);
    }

    /// <summary>Tells whether a file can be the parameters of a template.</summary>
    public static InputFile CheckParameters(string name, byte[] utf8) => new(
        name,
        InputKind.TemplateParameters,
        0,
        ConfigurationDocument.Read("""{"resources":[]}"""u8, utf8)
            .Match<ImmutableArray<Remark>>(_ => [], fault => [Remark.Of(fault)]),
        []);

    private static bool IsDeployment(ConfigurationNode node) =>
        node.AsText?.ToUpperInvariant() is "ACI" or "AKS";
}
