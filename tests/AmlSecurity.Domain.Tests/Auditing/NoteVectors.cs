using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Two checkpoints of logs that are in use, with their keys.</summary>
internal static class NoteVectors
{
    public const string Path = "audit/notes/ecdsa_checkpoints.json";

    public static IReadOnlyList<NoteVector> Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(OutsideVectors.PathOf(Path)));
        return
        [
            .. document.RootElement.EnumerateArray().Select(one => new NoteVector(
                one.GetProperty("name").GetString()!,
                one.GetProperty("vkey").GetString()!,
                Encoding.UTF8.GetBytes(one.GetProperty("note").GetString()!))),
        ];
    }

    internal sealed record NoteVector(string Name, string Key, byte[] Note);
}
