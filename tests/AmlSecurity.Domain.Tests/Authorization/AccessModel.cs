namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>A second, slower evaluator over plain strings, written without a look at the first.</summary>
internal static class AccessModel
{
    /// <summary>Matches segment by segment.</summary>
    public static bool Matches(string pattern, string action, bool literal)
    {
        var wanted = pattern.Trim().ToLowerInvariant().Split('/');
        var given = action.ToLowerInvariant().Split('/');
        var star = Array.IndexOf(wanted, "*");
        if (wanted.Sum(segment => segment.Count(c => c == '*')) != (star < 0 ? 0 : 1))
        {
            return false;
        }

        if (star < 0)
        {
            return wanted.SequenceEqual(given);
        }

        var behind = wanted.Length - star - 1;
        var isBetween = star > 0 && behind > 0;
        var covered = given.Length - star - behind;
        return covered >= (isBetween && !literal ? 0 : 1)
            && wanted.Take(star).SequenceEqual(given.Take(star))
            && wanted.TakeLast(behind).SequenceEqual(given.TakeLast(behind));
    }

    /// <summary>Decides: <c>allowed:{id}</c>, <c>DenyAssignment:{id}</c> or the name of another reason.</summary>
    public static string Decide(AccessCase given)
    {
        if (given.IsGuest && given.Under2020)
        {
            return "GuestNotSupported";
        }

        var self = IdentityOf(given);
        var chain = ChainOf(given);
        foreach (var scope in chain)
        {
            foreach (
                var deny in given.Denies.Where(d => Same(d.Scope, scope)).OrderBy(d => d.Id, StringComparer.Ordinal))
            {
                if (!deny.IsAudit
                    && deny.Whom.Any(who => who == CaseWorld.Everyone || self.Contains(who))
                    && !deny.Except.Any(who => who == CaseWorld.Everyone || self.Contains(who))
                    && (!deny.StopsAtScope || Same(scope, given.Scope))
                    && deny.Blocks.Any(block => BlockOutcome(block, given) == 2))
                {
                    return "DenyAssignment:" + deny.Id;
                }
            }
        }

        var best = -1;
        foreach (var scope in chain)
        {
            foreach (var assignment in given.Assignments
                .Where(a => Same(a.Scope, scope) && self.Contains(a.Principal))
                .OrderBy(a => a.Id, StringComparer.Ordinal))
            {
                var outcome = AssignmentOutcome(assignment, given);
                if (outcome == 5)
                {
                    return "allowed:" + assignment.Id;
                }

                best = Math.Max(best, outcome);
            }
        }

        return best switch
        {
            -1 => "NoAssignment",
            0 => "RoleNotFound",
            1 => "NotGranted",
            2 => "Excluded",
            3 => "ConditionUnreadable",
            _ => "ConditionNotMet",
        };
    }

    // 0 no role, 1 silent, 2 excluded, 3 under a condition that cannot be read, 4 under one that fails, 5 granted.
    private static int AssignmentOutcome(CaseAssignment assignment, AccessCase given)
    {
        var roles = given.Roles.Where(role => Same(role.Name, assignment.Role)).DistinctBy(MeaningOf).ToList();
        return roles.Count != 1 ? 0 : roles[0].Blocks.Select(block => BlockOutcome(block, given) switch
        {
            0 => 1,
            1 => 2,
            _ => Math.Min(Under(block.Condition, given), Under(assignment.Condition, given)),
        }).DefaultIfEmpty(1).Max();
    }

    private static int Under(CaseCondition condition, AccessCase given) => condition switch
    {
        CaseCondition.Unreadable => 3,
        CaseCondition.Fails => 4,
        CaseCondition.HoldsOutsideP => Matches("p/*", given.Action, given.Literal) ? 4 : 5,
        _ => 5,
    };

    // 0 silent, 1 excluded, 2 granted.
    private static int BlockOutcome(CaseBlock block, AccessCase given)
    {
        var entries = given.IsData ? block.DataActions : block.Actions;
        var exclusions = given.IsData ? block.NotDataActions : block.NotActions;
        return !entries.Any(entry => Matches(entry, given.Action, given.Literal)) ? 0
            : exclusions.Any(entry => Matches(entry, given.Action, given.Literal)) ? 1 : 2;
    }

    // Grows until nothing is added.
    private static HashSet<string> IdentityOf(AccessCase given)
    {
        var self = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { given.Who };
        while (given.Groups.Any(group => group.Members.Any(self.Contains) && self.Add(group.Id)))
        {
        }

        return self;
    }

    private static List<string> ChainOf(AccessCase given)
    {
        var chain = new List<string>();
        for (var at = given.Scope.ToLowerInvariant(); at is not null and not "/" && !chain.Contains(at);)
        {
            chain.Add(at);
            at = given.Edges.FirstOrDefault(
                edge => Same(edge.Child, at))?.Parent.ToLowerInvariant() ?? CaseWorld.ParentOf(at);
        }

        chain.Add("/");
        return chain;
    }

    // Two definitions that differ in nothing but case and blanks are one.
    private static string MeaningOf(CaseRole role) =>
        string.Concat(role.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
