using System.Text.Json;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>The published cases of the profile of service tokens.</summary>
internal static class ServiceTokenVectors
{
    public const string Path = "jwt/service-token-cases.json";

    public static JsonElement Read()
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(OutsideVectors.PathOf(Path)));
        return document.RootElement.Clone();
    }
}
