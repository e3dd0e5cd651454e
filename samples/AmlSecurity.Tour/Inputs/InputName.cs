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
    ];

    public static bool IsFolder(string name) => OfFolder(name) != InputKind.Unrecognised;

    /// <summary>Recognises a path such as <c>roles-custom.json</c> or <c>roles/operator.json</c>.</summary>
    public static InputKind Recognise(string path) => path.Split('/') switch
    {
        [var folder, _] => OfFolder(folder),
        [.., var file] => Words
            .FirstOrDefault(word => file.StartsWith(word.Word, StringComparison.OrdinalIgnoreCase)).Kind,
        _ => InputKind.Unrecognised,
    };

    private static InputKind OfFolder(string name) => Words
        .FirstOrDefault(word => word.Word.Equals(name, StringComparison.OrdinalIgnoreCase)).Kind;
}
