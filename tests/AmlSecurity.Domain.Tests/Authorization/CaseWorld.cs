using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Makes small policies, and requests drawn from them, so that every outcome is reached often.</summary>
internal static class CaseWorld
{
    public const string Everyone = "00000000-0000-0000-0000-000000000000";

    private const string Managed = "/providers/microsoft.management/managementgroups/";
    private const string Sub1 = "/subscriptions/11111111-1111-1111-1111-111111111111";
    private const string Sub2 = "/subscriptions/22222222-2222-2222-2222-222222222222";
    private const string Ml = "/providers/microsoft.machinelearningservices/workspaces/";

    // Each scope with the one above it as its text says; the tree of management groups is in the edges.
    private static readonly ImmutableDictionary<string, string> Parents = new Dictionary<string, string>
    {
        [Managed + "top"] = "/",
        [Managed + "mid"] = "/",
        [Managed + "side"] = "/",
        [Sub1] = "/",
        [Sub2] = "/",
        [Sub1 + "/resourcegroups/rg1"] = Sub1,
        [Sub1 + "/resourcegroups/rg10"] = Sub1,
        [Sub2 + "/resourcegroups/rg1"] = Sub2,
        [Sub1 + "/resourcegroups/rg1" + Ml + "ws"] = Sub1 + "/resourcegroups/rg1",
        [Sub1 + "/resourcegroups/rg1" + Ml + "ws2"] = Sub1 + "/resourcegroups/rg1",
        [Sub1 + "/resourcegroups/rg10" + Ml + "ws"] = Sub1 + "/resourcegroups/rg10",
        [Sub1 + "/resourcegroups/rg1" + Ml + "ws/computes/c"] = Sub1 + "/resourcegroups/rg1" + Ml + "ws",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> Scopes = [.. Parents.Keys.Order(StringComparer.Ordinal)];

    private static readonly ImmutableArray<string> People = ["u1", "u2", "g1", "g2", "g3"];

    private static readonly ImmutableArray<string> Entries =
    [
        "*", "*/read", "*/write", "p/*", "p/a/*", "p/*/read", "p/a/*/write", "P/A/Read", "p/a/write", "p/read",
        "p/a/b/read", "q/a/write", "q/*/write", "p/a/read ", "*/*", "p/a*", "p/a/",
    ];

    /// <summary>Gets names that the entries are about.</summary>
    public static ImmutableArray<string> Operations => Names;

    private static readonly ImmutableArray<string> Names =
    [
        "p/read", "p/a/read", "P/a/Write", "p/a/b/read", "p/a/b/write", "p/b/c/read", "q/a/write", "q/write", "p/a",
    ];

    /// <summary>Returns the scope above one, as its text says.</summary>
    public static string? ParentOf(string scope) => Parents.GetValueOrDefault(scope);

    public static Arbitrary<AccessCase> Cases { get; } = Arb.From(CaseGen, Smaller);

    public static Gen<AccessCase> CaseGen =>
        from roles in Roles
        from groups in Groups
        from edges in Edges
        from assignments in Many(Gen.Choose(0, 6), at => Assignment(at, roles))
        from denies in Many(Gen.Frequency(
            (4, Gen.Constant(0)), (4, Gen.Constant(1)), (3, Gen.Constant(2))), at => Deny(at, assignments))
        from target in Gen.Elements(assignments.DefaultIfEmpty(new CaseAssignment("", "u1", "", Sub1, CaseCondition.None)).ToArray())
        from principal in PrincipalOf(target, groups)
        from scope in ScopeOf(target, edges)
        from isData in Chance(20)
        from action in ActionOf(roles.FirstOrDefault(role => role.Name == target.Role), isData)
        from isGuest in Chance(25)
        from literal in Chance(40)
        from under2020 in Chance(35)
        select new AccessCase(
            roles, assignments, denies, groups, edges, principal, isGuest, action, isData, scope, literal, under2020);

    /// <summary>Makes one deny assignment beside those of a case.</summary>
    public static Gen<CaseDeny> NewDeny(AccessCase given) => Deny(9, given.Assignments);

    /// <summary>Makes one assignment beside those of a case.</summary>
    public static Gen<CaseAssignment> NewAssignment(AccessCase given) => Assignment(9, given.Roles);

    /// <summary>Brings a list into another order.</summary>
    public static Gen<ImmutableArray<T>> Shuffled<T>(ImmutableArray<T> list) =>
        Gen.Shuffle(list.ToArray()).Select(array => array.ToImmutableArray());

    private static Gen<ImmutableArray<CaseRole>> Roles =>
        from blocks in Many(Gen.Choose(1, 4), _ => Many(
            Gen.Frequency((5, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3))), _ => Block))
        from twice in Chance(10)
        select blocks.Select((own, at) => new CaseRole($"r{(twice && at > 0 ? at - 1 : at)}", own)).ToImmutableArray();

    private static Gen<CaseBlock> Block =>
        from actions in Texts(Entries, 1, 3)
        from notActions in Texts(Entries[1..], 0, 2)
        from data in Texts(Entries, 0, 2)
        from notData in Texts(Entries[1..], 0, 1)
        from condition in Condition
        select new CaseBlock(actions, notActions, data, notData, condition);

    // Groups may hold each other and themselves.
    private static Gen<ImmutableArray<CaseGroup>> Groups => Many(Gen.Choose(0, 3), at =>
        from members in Texts(People, 1, 3)
        select new CaseGroup($"g{at + 1}", members));

    private static Gen<ImmutableArray<CaseEdge>> Edges =>
        from shape in Gen.Elements<ImmutableArray<CaseEdge>>(
            [],
            [new(Managed + "mid", Managed + "top"), new(Sub1, Managed + "mid"), new(Sub2, Managed + "side")],
            [new(Managed + "mid", Managed + "top"), new(Sub1, Managed + "mid"), new(Managed + "top", Managed + "mid")],
            [new(Sub1, Managed + "top"), new(Sub2, Managed + "top")],
            [new(Managed + "side", Managed + "side"), new(Sub2, Managed + "side")])
        select shape;

    private static Gen<CaseAssignment> Assignment(int at, ImmutableArray<CaseRole> roles) =>
        from principal in Gen.Elements<string>(People)
        from role in Gen.Frequency(
            (8, Gen.Elements(roles.Select(role => role.Name).ToArray())), (1, Gen.Constant("unknown")))
        from scope in Gen.Elements<string>(Scopes)
        from condition in Condition
        select new CaseAssignment($"a{at}", principal, role, scope, condition);

    // Mostly on or above a scope where somebody holds a role, else few would matter.
    private static Gen<CaseDeny> Deny(int at, ImmutableArray<CaseAssignment> assignments) =>
        from scope in Gen.Frequency(
            (1, Gen.Elements<string>(Scopes)),
            (6, Gen.Elements(assignments.Select(a => a.Scope).Append(Sub1).ToArray())))
        from blocks in Many(
            Gen.Choose(1, 2), _ => Gen.Frequency((2, Block), (1, Block.Select(b => b with { Actions = ["*"] }))))
        from whom in Texts([Everyone, Everyone, Everyone, .. People], 1, 2)
        from except in Texts(People, 0, 1)
        from stops in Chance(30)
        from isAudit in Chance(20)
        select new CaseDeny($"d{at}", scope, blocks, whom, except, stops, isAudit);

    private static Gen<string> PrincipalOf(CaseAssignment target, ImmutableArray<CaseGroup> groups) => Gen.Frequency(
        (1, Gen.Elements("u1", "u2", "U2")),
        (12, Gen.Constant(
            groups.FirstOrDefault(group => group.Id == target.Principal)?.Members[0] ?? target.Principal)));

    private static Gen<string> ScopeOf(CaseAssignment target, ImmutableArray<CaseEdge> edges) => Gen.Frequency(
        (1, Gen.Elements<string>(Scopes)),
        (15, Gen.Elements(Scopes.Where(scope => IsBelow(scope, target.Scope, edges)).DefaultIfEmpty(Sub1).ToArray())));

    // Mostly what an entry or an exclusion of the role is about, with the star as nothing, as one segment or as two.
    private static Gen<string> ActionOf(CaseRole? role, bool isData)
    {
        var entries = (role?.Blocks ?? [])
            .SelectMany(block => isData ? block.DataActions.AddRange(
                block.NotDataActions) : block.Actions.AddRange(block.NotActions))
            .SelectMany<string, string>(entry =>
                [entry.Replace("/*/", "/", StringComparison.Ordinal), entry.Replace(
                    "*", "b", StringComparison.Ordinal), entry.Replace("*", "p/a", StringComparison.Ordinal)])
            .Select(entry => entry.Trim().TrimEnd('/'))
            .Where(entry => entry.Contains(
                '/', StringComparison.Ordinal) && !entry.Contains('*', StringComparison.Ordinal))
            .DefaultIfEmpty(Names[0]);
        return Gen.Frequency((1, Gen.Elements<string>(Names)), (3, Gen.Elements(entries.ToArray())));
    }

    private static bool IsBelow(string scope, string above, ImmutableArray<CaseEdge> edges)
    {
        string? at = scope;
        for (var step = 0; step < 10 && at is not null; step++)
        {
            if (at == above)
            {
                return true;
            }

            at = edges.FirstOrDefault(edge => edge.Child == at)?.Parent ?? ParentOf(at);
        }

        return false;
    }

    private static Gen<CaseCondition> Condition => Gen.Frequency(
        (13, Gen.Constant(CaseCondition.None)),
        (1, Gen.Constant(CaseCondition.Holds)),
        (2, Gen.Constant(CaseCondition.HoldsOutsideP)),
        (2, Gen.Constant(CaseCondition.Fails)),
        (3, Gen.Constant(CaseCondition.Unreadable)));

    private static Gen<bool> Chance(int percent) => Gen.Choose(1, 100).Select(drawn => drawn <= percent);

    private static Gen<ImmutableArray<string>> Texts(ImmutableArray<string> from, int least, int most) =>
        Many(Gen.Choose(least, most), _ => Gen.Elements<string>(from));

    private static Gen<ImmutableArray<T>> Many<T>(Gen<int> count, Func<int, Gen<T>> element) =>
        from length in count
        from elements in Gen.CollectToArray(Enumerable.Range(0, length), element)
        select elements.ToImmutableArray();

    // Leaves out one part at a time; the request stays.
    private static IEnumerable<AccessCase> Smaller(AccessCase given) =>
        Without(given.Denies).Select(fewer => given with { Denies = fewer })
            .Concat(Without(given.Assignments).Select(fewer => given with { Assignments = fewer }))
            .Concat(Without(given.Groups).Select(fewer => given with { Groups = fewer }))
            .Concat(Without(given.Edges).Select(fewer => given with { Edges = fewer }))
            .Concat(Without(given.Roles).Select(fewer => given with { Roles = fewer }))
            .Concat(given.Roles.SelectMany((role, at) => Without(role.Blocks)
                .Select(fewer => given with { Roles = given.Roles.SetItem(at, role with { Blocks = fewer }) })));

    private static IEnumerable<ImmutableArray<T>> Without<T>(ImmutableArray<T> list) =>
        Enumerable.Range(0, list.Length).Select(list.RemoveAt);
}
