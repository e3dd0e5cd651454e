using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Checks the entries of one list of a role.</summary>
internal static class EntryLint
{
    public static IEnumerable<RoleLintFinding> Check(EntryList list, RoleDefinition role, RoleLintOptions options)
    {
        var azure = new RoleReach(role, list.Plane, WildcardReading.Azure);
        var literal = new RoleReach(role, list.Plane, WildcardReading.Literal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, entry) in list.Patterns.Index())
        {
            seen[entry.Canonical] = seen.GetValueOrDefault(entry.Canonical) + 1;
            RoleLintFinding?[] found =
            [
                Malformed(entry),
                seen[entry.Canonical] == 2 ? Duplicate(entry, list) : null,
                Subsumed(entry, list, options.Reading),
                DeadExclusion(entry, list, options.Reading),
                UndoneExclusion(entry, list, role, options.Reading),
                ReadingDependent(entry, azure, literal),
                Unknown(entry, list.Plane, options),
            ];
            foreach (var finding in found.OfType<RoleLintFinding>())
            {
                yield return finding with { Path = list.PathOf(at), Block = list.Block, Entry = entry };
            }
        }
    }

    private static RoleLintFinding? Malformed(ActionPattern entry) => entry.Irregularity is { } fault
        ? Found(
            RoleLintCode.Malformed,
            $"{Plaintext.Quote(entry.Text)}: {fault}",
            "write an operation, or one star in place of whole segments")
        : null;

    private static RoleLintFinding Duplicate(ActionPattern entry, EntryList list) => Found(
        RoleLintCode.Duplicate,
        $"{Plaintext.Quote(entry.Text)} stands there {list.Patterns.Count(entry.Equals)} times",
        "keep it once");

    private static RoleLintFinding? Subsumed(ActionPattern entry, EntryList list, WildcardReading reading) =>
        list.Patterns.FirstOrDefault(other =>
            !other.Equals(entry) && PatternAlgebra.Covers(other, entry, reading)) is { } wider
            ? Found(
                RoleLintCode.Subsumed,
                $"{Plaintext.Quote(wider.Text)} covers all of {Plaintext.Quote(entry.Text)}",
                "leave it out")
            : null;

    private static RoleLintFinding? DeadExclusion(ActionPattern entry, EntryList list, WildcardReading reading) =>
        list.Excludes && !list.Others.Any(other => PatternAlgebra.Meet(other, entry, reading))
            ? Found(
                RoleLintCode.DeadExclusion,
                $"{Plaintext.Quote(entry.Text)} takes nothing away: no entry of its block meets it",
                "leave it out")
            : null;

    private static RoleLintFinding? UndoneExclusion(
        ActionPattern entry, EntryList list, RoleDefinition role, WildcardReading reading)
    {
        if (!list.Excludes || role.Blocks.Length < 2)
        {
            return null;
        }

        var taken = new PatternSet([entry], reading);
        var entries = new PatternSet(list.Others, reading);
        var others = new RoleReach(role.Blocks.RemoveAt(list.Block), list.Plane, reading);
        return RepresentativeNames.Of([entry, .. list.Others, .. others.Patterns])
            .FirstOrDefault(name => taken.Contains(name) && entries.Contains(name) && others.Contains(name)) is { } name
            ? Found(
                RoleLintCode.UndoneExclusion,
                $"another block grants what {Plaintext.Quote(entry.Text)} takes away, such as {Plaintext.Quote(name)}",
                "exclude it in every block that covers it",
                ActionName.OfSegments(name))
            : null;
    }

    private static RoleLintFinding? ReadingDependent(ActionPattern entry, RoleReach azure, RoleReach literal)
    {
        if (entry.Shape != ActionPatternShape.Infix || !PatternAlgebra.IsWellFormed(entry))
        {
            return null;
        }

        var name = PatternAlgebra.ShortestOf(entry);
        return azure.Contains(name) != literal.Contains(name)
            ? Found(
                RoleLintCode.ReadingDependent,
                $"whether {Plaintext.Quote(name)} is granted depends on the reading of {Plaintext.Quote(entry.Text)}",
                "name the operation itself as well",
                ActionName.OfSegments(name))
            : null;
    }

    private static RoleLintFinding? Unknown(ActionPattern entry, Plane plane, RoleLintOptions options)
    {
        if (options.Operations is not { } operations
            || entry.Shape == ActionPatternShape.Unmatchable
            || operations.Knows(entry, plane, options.Reading))
        {
            return null;
        }

        var other = plane == Plane.Control ? Plane.Data : Plane.Control;
        return operations.Knows(entry, other, options.Reading)
            ? Found(
                RoleLintCode.WrongPlane,
                $"{Plaintext.Quote(entry.Text)} matches operations of the {Plaintext.Words(other)} plane only",
                $"move it to the entries of the {Plaintext.Words(other)} plane")
            : Found(
                RoleLintCode.UnknownOperation,
                $"{Plaintext.Quote(entry.Text)} matches no operation that is known",
                "check the name; a list of operations is never complete");
    }

    private static RoleLintFinding Found(
        RoleLintCode code, string message, string remedy, ActionName? action = null) =>
        new(code, "$", message, Action: action, Remedy: remedy);
}
