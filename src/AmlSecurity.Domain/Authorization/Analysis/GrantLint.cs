namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Checks what a role grants as a whole.</summary>
internal static class GrantLint
{
    public static IEnumerable<RoleLintFinding> Check(RoleDefinition role, WildcardReading reading) =>
    [
        .. GrantsNothing(role, reading),
        .. EscalationWays.All.SelectMany(way => Escalation(role, way, reading)),
        .. SecretReads.All.SelectMany(secret => SecretRead(role, secret, reading)).DistinctBy(finding => finding.Path),
        .. IdleConditions(role, reading),
    ];

    private static IEnumerable<RoleLintFinding> IdleConditions(RoleDefinition role, WildcardReading reading) =>
        from block in role.Blocks.Index()
        where block.Item.Condition is { } condition && new ConditionReach(block.Item, reading).NeverRestricts(condition)
        select new RoleLintFinding(
            RoleLintCode.ConditionNeverApplies,
            $"$.permissions[{block.Index}].condition",
            "the condition holds for everything that its block grants, so that it restricts nothing",
            block.Index,
            IsConditional: true,
            Remedy: "let it target what the block grants");

    private static IEnumerable<RoleLintFinding> GrantsNothing(RoleDefinition role, WildcardReading reading)
    {
        if (new RoleReach(role, Plane.Control, reading).First() is null
            && new RoleReach(role, Plane.Data, reading).First() is null)
        {
            yield return new RoleLintFinding(
                RoleLintCode.GrantsNothing, "$.permissions", "the role grants nothing", Remedy: "give it an entry");
        }
    }

    private static IEnumerable<RoleLintFinding> Escalation(
        RoleDefinition role, EscalationWay way, WildcardReading reading)
    {
        var grants = Grants(role, way.Action, reading)
            .OrderBy(grant => role.Blocks[grant.Block].Condition is not null)
            .Take(1);
        foreach (var (block, entry) in grants)
        {
            var isConditional = role.Blocks[block].Condition is not null;
            var when = isConditional ? " under a condition" : "";
            yield return new RoleLintFinding(
                RoleLintCode.Escalation,
                PathOf(role, block, entry),
                $"it grants {Plaintext.Quote(way.Action.Text)}{when}: {way.Gain}",
                block,
                entry,
                way.Action,
                isConditional,
                isConditional ? null : "exclude it, or put it under a condition");
        }
    }

    private static IEnumerable<RoleLintFinding> SecretRead(
        RoleDefinition role, ActionName secret, WildcardReading reading) =>
        from grant in Grants(role, secret, reading)
        where grant.Entry.Tail == "/read"
        select new RoleLintFinding(
            RoleLintCode.SecretReturning,
            PathOf(role, grant.Block, grant.Entry),
            $"{Plaintext.Quote(grant.Entry.Text)} reads more than properties: {Plaintext.Quote(secret.Text)} returns a"
                + " secret",
            grant.Block,
            grant.Entry,
            secret,
            role.Blocks[grant.Block].Condition is not null,
            "exclude it");

    private static IEnumerable<(int Block, ActionPattern Entry)> Grants(
        RoleDefinition role, ActionName action, WildcardReading reading) =>
        from block in role.Blocks.Index()
        let verdict = block.Item.Judge(action, Plane.Control, reading)
        where verdict.IsGranted
        select (block.Index, verdict.Covering);

    private static string PathOf(RoleDefinition role, int block, ActionPattern entry) =>
        $"$.permissions[{block}].actions[{role.Blocks[block].Actions.IndexOf(entry)}]";
}
