using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Writes the permissions of a role as a text that is the same for the same permissions.</summary>
internal static class PermissionsKey
{
    public static string Of(RoleDefinition role) => string.Join(
        "\n\n",
        role.Blocks
            .Where(block => !block.Actions.IsEmpty || !block.DataActions.IsEmpty)
            .Select(Of)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    // No entry has a line break: reading refuses control characters, or the entry matches nothing but is itself.
    private static string Of(PermissionBlock block) => string.Join(
        '\n',
        [
            Of(block.Actions), Of(block.NotActions), Of(block.DataActions), Of(block.NotDataActions),
            block.Condition?.Text ?? "",
        ]);

    private static string Of(ImmutableArray<ActionPattern> patterns) => string.Join(
        ' ',
        patterns.Select(pattern => $"{pattern.Canonical.Length}:{pattern.Canonical}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
}
