using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Resources;
using NodaTime;

namespace AmlSecurity.Tour.Sealing;

/// <summary>Everything that the chapter on sealing shows, done once.</summary>
internal sealed record SealingShow(
    SealedSample Real, SealedSample Made, RangeRead RealRange, RangeRead MadeRange, ImmutableArray<Attempt> Attempts)
{
    private const int MadeLength = 1024 * 1024;
    private const int MadeOffset = 700_000;
    private const int RangeLength = 1000;

    /// <summary>Seals the largest file that can be read.</summary>
    /// <returns>The show, or null if there is no such file.</returns>
    public static SealingShow? Of(TourInputs inputs)
    {
        if (Largest(inputs) is not var (name, bytes))
        {
            return null;
        }

        var workspace = inputs.Workspaces.IsEmpty ? null : inputs.Workspaces[0];
        using var vault = new TourVault(SystemClock.Instance);
        var file = SealedSample.Of(name, bytes, ContextOf(workspace, name, "1"), vault);
        var made = SealedSample.Of(
            "made up", [.. Enumerable.Range(0, MadeLength).Select(at => (byte)(at * 31))], file.Context, vault);
        var length = Math.Min(RangeLength, Math.Max(bytes.Length / 2, 1));
        return new SealingShow(
            file,
            made,
            RangeRead.Of(file, vault, (bytes.Length - length) / 2, length),
            RangeRead.Of(made, vault, MadeOffset, RangeLength),
            Attempt.On(file, ContextOf(workspace, name, "2"), vault));
    }

    private static EncryptionContext ContextOf(ResourceId? workspace, string asset, string version) =>
        workspace is null
            ? EncryptionContext.Create([new("asset", asset), new("version", version)]).Expect()
            : EncryptionContext.ForAsset(workspace, "dataset", asset, version).Expect();

    private static (string Name, byte[] Bytes)? Largest(TourInputs inputs)
    {
        try
        {
            return inputs.Files
                .Select(file => (file.Name, Info: new FileInfo(Path.Combine(inputs.Folder, file.Name))))
                .Where(file => file.Info is { Exists: true, Length: > 0 })
                .OrderByDescending(file => file.Info.Length)
                .Select(file => ((string, byte[])?)(file.Name, File.ReadAllBytes(file.Info.FullName)))
                .FirstOrDefault();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
