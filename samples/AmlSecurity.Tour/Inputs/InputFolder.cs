using System.Collections.Immutable;
using AmlSecurity.Domain;
using OneOf;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A folder of JSON files, all of them read.</summary>
internal sealed record InputFolder(string Path, ImmutableArray<InputFile> Files, InputValues Values)
{
    private const int MostBytes = 256 * 1024 * 1024;

    private static readonly EnumerationOptions JsonInAnyCase =
        new() { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.None };

    public static OneOf<InputFolder, FolderFault> Read(string path, Strictness strictness)
    {
        if (!Directory.Exists(path))
        {
            return new FolderFault($"there is no folder `{path}`");
        }

        try
        {
            var names = Names(path);
            return names.IsEmpty
                ? new FolderFault($"the folder `{path}` holds no *.json; --help shows which files it may hold")
                : Read(path, names, strictness);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new FolderFault($"the folder `{path}` cannot be listed: {error.Message}");
        }
    }

    private static ImmutableArray<string> Names(string path) =>
    [
        .. Directory.EnumerateFiles(path, "*.json", JsonInAnyCase)
            .Concat(Directory.EnumerateDirectories(path)
                .Where(folder => InputName.IsFolder(System.IO.Path.GetFileName(folder)))
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json", JsonInAnyCase)))
            .Select(file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private static InputFolder Read(string path, ImmutableArray<string> names, Strictness strictness)
    {
        var reader = new InputReader(strictness);
        var files = ImmutableArray.CreateBuilder<InputFile>(names.Length);
        foreach (var name in names)
        {
            files.Add(Bytes(System.IO.Path.Combine(path, name)).Match(
                utf8 => reader.Read(name, utf8, ParametersOf(path, name, names)),
                unreadable => new InputFile(name, InputName.Recognise(name), 0, [unreadable], [])));
        }

        return new InputFolder(path, files.MoveToImmutable(), reader.Values);
    }

    // A file of parameters that cannot be read is told of by itself.
    private static byte[] ParametersOf(string path, string name, ImmutableArray<string> names) =>
        InputName.ParametersOf(name)
            .Select(wanted => names.FirstOrDefault(
                file => file.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(found => found is not null) is { } parameters
            ? Bytes(System.IO.Path.Combine(path, parameters)).Match(utf8 => utf8, _ => [])
            : [];

    private static OneOf<byte[], Remark> Bytes(string file)
    {
        try
        {
            return new FileInfo(file).Length > MostBytes
                ? Remark.OfFile("TooLong", "the file has more than 256 MB")
                : File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Remark.OfFile("Unreadable", $"the file cannot be read: {error.Message}");
        }
    }
}
