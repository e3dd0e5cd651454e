namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Names that only one of two roles grants, only the other, and both.</summary>
internal readonly record struct Witnesses(string? OnlyA, string? OnlyB, string? Both)
{
    public static Witnesses Find(RoleReach a, RoleReach b)
    {
        var found = default(Witnesses);
        foreach (var name in RepresentativeNames.Of([.. a.Patterns, .. b.Patterns]))
        {
            found = (a.Contains(name), b.Contains(name)) switch
            {
                (true, true) => found with { Both = found.Both ?? name },
                (true, false) => found with { OnlyA = found.OnlyA ?? name },
                (false, true) => found with { OnlyB = found.OnlyB ?? name },
                _ => found,
            };
            if (found is { OnlyA: not null, OnlyB: not null, Both: not null })
            {
                return found;
            }
        }

        return found;
    }
}
