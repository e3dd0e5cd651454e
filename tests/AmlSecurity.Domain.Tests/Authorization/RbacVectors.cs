using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>The real roles and operations, read once.</summary>
internal static class RbacVectors
{
    public const string BuiltInPath = "rbac/builtin-roles.json";

    public const string OperationsPath = "rbac/operations.json";

    private static readonly Lazy<DocumentReading<RoleDefinition>> LazyBuiltIn =
        new(() => RoleDefinition.Read(Bytes(BuiltInPath), Strictness.Lenient));

    private static readonly Lazy<(ImmutableArray<ActionName> Control, ImmutableArray<ActionName> Data)> LazyOperations =
        new(() =>
    {
        using var document = JsonDocument.Parse(Bytes(OperationsPath));
        ImmutableArray<ActionName> Of(string plane) => [.. document.RootElement.GetProperty(plane).EnumerateArray()
            .Select(operation => Examples.Action(operation.GetProperty("name").GetString()!))];
        return (Of("control"), Of("data"));
    });

    /// <summary>Gets the 928 built-in roles, read leniently.</summary>
    public static DocumentReading<RoleDefinition> BuiltIn => LazyBuiltIn.Value;

    /// <summary>Gets the operations of both planes.</summary>
    public static (ImmutableArray<ActionName> Control, ImmutableArray<ActionName> Data) Operations =>
        LazyOperations.Value;

    public static byte[] Bytes(string path) => File.ReadAllBytes(OutsideVectors.PathOf(path));

    public static IEnumerable<ActionPattern> PatternsOf(RoleDefinition role) => role.Blocks.SelectMany(block =>
        new[] { block.Actions, block.NotActions, block.DataActions, block.NotDataActions }.SelectMany(list => list));
}
