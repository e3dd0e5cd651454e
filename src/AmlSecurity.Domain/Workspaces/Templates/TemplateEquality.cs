using System.Globalization;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>Compares values as <c>equals</c> does: texts with their case, numbers by value, names without
/// case.</summary>
internal static class TemplateEquality
{
    /// <summary>Compares two values.</summary>
    /// <returns>Whether they are equal, or null if that is not known.</returns>
    public static bool? Compare(ConfigurationValue first, ConfigurationValue second)
    {
        if (ReferenceEquals(first, second) && !first.HasUnresolved)
        {
            return true;
        }

        if (first.Unresolved is not null || second.Unresolved is not null)
        {
            // What is left of both being the same, so are they; being different, they may still be equal.
            return first.Unresolved?.Residue is { } residue && residue == second.Unresolved?.Residue ? true : null;
        }

        return first.Kind != second.Kind ? false : first.Kind switch
        {
            ConfigurationNodeKind.Number => AreNumbersEqual(first.Text, second.Text),
            ConfigurationNodeKind.Array => CompareItems(first, second),
            ConfigurationNodeKind.Object => CompareMembers(first, second),
            _ => first.Text == second.Text,
        };
    }

    private static bool AreNumbersEqual(string first, string second) =>
        first == second
        || (decimal.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out var left)
            && decimal.TryParse(second, NumberStyles.Float, CultureInfo.InvariantCulture, out var right)
            && left == right);

    private static bool? CompareItems(ConfigurationValue first, ConfigurationValue second) =>
        first.Items.Length == second.Items.Length
            ? All(first.Items.Zip(second.Items, Compare))
            : false;

    private static bool? CompareMembers(ConfigurationValue first, ConfigurationValue second)
    {
        if (first.Members.Length != second.Members.Length)
        {
            return false;
        }

        var others = new Dictionary<string, ConfigurationValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in second.Members)
        {
            others.TryAdd(name, value);
        }

        return All(first.Members.Select(member =>
            others.TryGetValue(member.Key, out var other) ? Compare(member.Value, other) : false));
    }

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (var part in parts)
        {
            if (part == false)
            {
                return false;
            }

            all = part is null ? null : all;
        }

        return all;
    }
}
