namespace AmlSecurity.Domain.Tests;

/// <summary>Finds the repository's own files, wherever the tests run.</summary>
internal static class Repository
{
    /// <summary>Gets the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Returns the full path of a file or folder of the repository.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AmlSecurity.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside a working copy: no AmlSecurity.sln above them");
    }
}
