using System.Collections.Immutable;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Tells from a file's name what it holds.</summary>
internal static class InputName
{
    /// <summary>Gets the words that a file's name begins with, or that its subfolder is named.</summary>
    private static readonly (string Word, InputKind Kind)[] Words =
    [
        ("roles", InputKind.Roles),
        ("assignments", InputKind.Assignments),
        ("deny", InputKind.Deny),
        ("groups", InputKind.Groups),
        ("hierarchy", InputKind.Hierarchy),
        ("questions", InputKind.Questions),
        ("identities", InputKind.Identities),
        ("activity-log", InputKind.ActivityLog),
        ("templates", InputKind.Templates),
    ];

    private const string Json = ".json";
    private const string Parameters = ".parameters.json";
    private const string Template = ".azuredeploy.json";

    public static bool IsFolder(string name) => OfFolder(name) != InputKind.Unrecognised;

    /// <summary>Recognises a path such as <c>roles-custom.json</c> or <c>roles/operator.json</c>.</summary>
    public static InputKind Recognise(string path) => path.Split('/') switch
    {
        _ when IsParameters(path) => InputKind.TemplateParameters,
        [var folder, _] => OfFolder(folder),
        [.., var file] => Words
            .FirstOrDefault(word => file.StartsWith(word.Word, StringComparison.OrdinalIgnoreCase)).Kind,
        _ => InputKind.Unrecognised,
    };

    /// <summary>Lists the names that the parameters of a template may have, beside it.</summary>
    public static ImmutableArray<string> ParametersOf(string path) =>
        IsParameters(path) || !path.EndsWith(Json, StringComparison.OrdinalIgnoreCase) ? []
        : path.EndsWith(Template, StringComparison.OrdinalIgnoreCase)
            ? [path[..^Template.Length] + Parameters, path[..^Json.Length] + Parameters]
            : [path[..^Json.Length] + Parameters];

    private static bool IsParameters(string path) => path.EndsWith(Parameters, StringComparison.OrdinalIgnoreCase);

    private static InputKind OfFolder(string name) => Words
        .FirstOrDefault(word => word.Word.Equals(name, StringComparison.OrdinalIgnoreCase)).Kind;
}
