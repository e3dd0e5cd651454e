using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>A document of 928 roles: the real ones where the published vectors are at hand, else made up.</summary>
/// <remarks>The made-up ones have 12 entries each, of the five shapes in the shares of the real ones.</remarks>
internal static class RoleDocument
{
    /// <summary>The number of roles in the document.</summary>
    public const int RoleCount = 928;

    /// <summary>The number of operations.</summary>
    public const int OperationCount = 10_852;

    /// <summary>Gets the document in UTF-8.</summary>
    public static byte[] Load()
    {
        var real = Path.Combine(VectorFolder(), "rbac", "builtin-roles.json");
        return File.Exists(real) ? File.ReadAllBytes(real) : Make();
    }

    /// <summary>Gets 10,852 operations of the control plane: the real ones where they are at hand, else made-up
    /// ones.</summary>
    public static ImmutableArray<ActionName> LoadOperations()
    {
        var real = Path.Combine(VectorFolder(), "rbac", "operations.json");
        if (!File.Exists(real))
        {
            var random = new SplitMix64(OperationCount);
            return [.. Enumerable.Range(0, OperationCount).Select(number => ActionName.Read(string.Create(
                CultureInfo.InvariantCulture, $"{random.Type()}/children{number}/read")).AsT0)];
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(real));
        return [.. document.RootElement.GetProperty("control").EnumerateArray()
            .Select(operation => ActionName.Read(operation.GetProperty("name").GetString(), Strictness.Lenient).AsT0)];
    }

    private static string VectorFolder()
    {
        if (Environment.GetEnvironmentVariable("AMLSEC_VECTORS") is { Length: > 0 } named)
        {
            return named;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AmlSecurity.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared", "data");
    }

    private static byte[] Make()
    {
        var random = new SplitMix64(928);
        using var buffer = new MemoryStream();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true });
        json.WriteStartArray();
        for (var number = 0; number < RoleCount; number++)
        {
            WriteRole(json, random, number);
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.ToArray();
    }

    private static void WriteRole(Utf8JsonWriter json, SplitMix64 random, int number)
    {
        json.WriteStartObject();
        json.WriteStartArray("assignableScopes");
        json.WriteStringValue("/");
        json.WriteEndArray();
        json.WriteString("description", "Lets you do what this made-up role is for, and nothing else on any resource.");
        json.WriteString("name", random.Guid());
        json.WriteStartArray("permissions");
        json.WriteStartObject();
        WriteEntries(json, random, "actions", 9);
        json.WriteNull("condition");
        json.WriteNull("conditionVersion");
        WriteEntries(json, random, "dataActions", 2);
        WriteEntries(json, random, "notActions", 1);
        WriteEntries(json, random, "notDataActions", 0);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("roleName", string.Create(CultureInfo.InvariantCulture, $"Made-up Role {number}"));
        json.WriteString("roleType", "BuiltInRole");
        json.WriteString("type", "Microsoft.Authorization/roleDefinitions");
        json.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter json, SplitMix64 random, string name, int count)
    {
        json.WriteStartArray(name);
        for (; count > 0; count--)
        {
            var type = random.Type();
            json.WriteStringValue(random.Below(11_066) switch
            {
                < 8_463 => $"{type}/children/{random.Of(["read", "write", "delete", "list/action"])}",
                < 10_100 => $"{type}/*",
                < 11_048 => $"{type}/*/read",
                < 11_064 => "*/read",
                _ => "*",
            });
        }

        json.WriteEndArray();
    }

    private static string Type(this SplitMix64 random) => string.Create(
        CultureInfo.InvariantCulture, $"Microsoft.Provider{random.Below(200)}/resources{random.Below(50)}");
}
