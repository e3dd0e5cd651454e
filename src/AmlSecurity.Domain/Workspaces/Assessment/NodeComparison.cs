using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Compares values of two documents.</summary>
internal static class NodeComparison
{
    /// <summary>Determines whether two values are the same. Null and absent are; ids, keys and words are compared
    /// ignoring case.</summary>
    /// <returns>Whether they are; null if one is not resolved and nothing tells the two apart.</returns>
    public static bool? AreSame(ConfigurationNode one, ConfigurationNode other)
    {
        if (one.IsUnresolved || other.IsUnresolved)
        {
            return one.Expression is { } mine && mine == other.Expression ? true
                : one.ResourceKey is { } key && other.ResourceKey is { } another && key != another ? false
                : null;
        }

        if (!one.IsKnown || !other.IsKnown)
        {
            return one.IsKnown == other.IsKnown;
        }

        return (one.Kind, other.Kind) switch
        {
            (ConfigurationNodeKind.Object, ConfigurationNodeKind.Object) => All(
                one.Members.Select(member => member.Key)
                    .Union(other.Members.Select(member => member.Key), StringComparer.OrdinalIgnoreCase)
                    .Select(name => AreSame(one[name], other[name]))),
            (ConfigurationNodeKind.Array, ConfigurationNodeKind.Array) => one.Items.Length == other.Items.Length
                ? All(one.Items.Zip(other.Items, AreSame))
                : false,
            _ when one.AsBoolean is { } flag && other.AsBoolean is { } second => flag == second,
            _ when one.AsInteger is { } number && other.AsInteger is { } second => number == second,
            _ => one.AsText is { } text && other.AsText is { } second && AreSame(text, second),
        };
    }

    private static bool AreSame(string one, string other) =>
        ResourceId.Read(one, Strictness.Lenient).TryPickT0(out var first, out _)
        && ResourceId.Read(other, Strictness.Lenient).TryPickT0(out var second, out _)
            ? first == second
            : string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool? All(IEnumerable<bool?> answers)
    {
        bool? all = true;
        foreach (var answer in answers)
        {
            all = answer == false || all == false ? false : answer is null ? null : all;
        }

        return all;
    }
}
