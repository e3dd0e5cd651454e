using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

/// <summary>More operations, principals, scopes and denies than one word of bits or one page takes.</summary>
public sealed class LargePolicyTests
{
    private const int Many = 300;

    private static readonly ActionName[] Actions = [.. Enumerable.Range(0, Many).Select(at => Action($"p/{at:D3}/read"))];

    private static readonly PrincipalId[] People = [.. Enumerable.Range(0, Many).Select(at => Id($"person-{at}"))];

    private static readonly ResourceId[] Groups =
        [.. Enumerable.Range(0, Many).Select(at => Scope($"{SubscriptionText}/resourceGroups/g{at}"))];

    private static readonly RoleDefinition Odd = Role(
        "odd", Block([.. Actions.Index().Where(action => action.Index % 2 == 1).Select(action => action.Item.Text)]));

    private static readonly RoleDefinition Late = Role("late", Block(["p/2*"], ["p/299/read"]), Block(["p/150/*"]));

    private static readonly AccessPolicy Policy = AccessPolicy.Create(
        [Odd, Late],
        [
            .. People.Index().Select(person => Assign(
                person.Index % 3 == 0 ? Late : Odd, person.Item, Groups[person.Index], $"a{person.Index}")),
            .. Groups.Index().Select(group => Assign(Odd, People[7], group.Item, $"b{group.Index}")),
        ],
        [.. Groups.Index().Where(group => group.Index % 5 == 0).Select(group => Deny(
            group.Item, [$"p/{group.Index:D3}/*"], id: $"d{group.Index}"))]);

    private static readonly CompiledPolicy Compiled = CompiledPolicy.Compile(Policy, Actions);

    [Fact]
    public void Each_decides_on_their_own_scope_as_in_the_readable_policy() => Assert.All(
        Enumerable.Range(0, Many), at => AssertSame(Policy, Compiled, at, at));

    [Fact]
    public void Whoever_holds_something_everywhere_is_found_everywhere() =>
        Assert.All(Enumerable.Range(0, Many), at => AssertSame(Policy, Compiled, 7, at));

    [Fact]
    public void Denies_are_found_where_they_are_and_nowhere_else()
    {
        Assert.All(Enumerable.Range(0, Many), at =>
        {
            var verdict = Compiled.Decide(Ask(People[7], Actions[at].Text, Groups[at]));
            Assert.Equal(at % 2 == 1 && at % 5 != 0, verdict.IsAllowed);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(255)]
    [InlineData(299)]
    public void A_change_to_one_of_many_changes_that_one(int at)
    {
        var (extra, deny) = (Assign(Odd, People[at], Groups[(at + 1) % Many], "new"), Deny(Groups[at], ["*"], id: "new"));
        var changed = AccessPolicy.Create(
            Policy.Roles, [.. Policy.Assignments, extra], [.. Policy.DenyAssignments, deny]);
        var grown = Compiled.With(extra).With(deny);

        Assert.All([at, (at + 1) % Many, (at + 64) % Many, 0], scope => AssertSame(changed, grown, at, scope));
        Assert.All([at, (at + 1) % Many], scope => AssertSame(changed, grown, 7, scope));
        Assert.All(
            [at, (at + 1) % Many, (at + 64) % Many, 0],
            scope => AssertSame(Policy, grown.Without(deny).Without(extra), at, scope));
    }

    [Fact]
    public void A_batch_of_any_length_is_decided_as_one_by_one()
    {
        AccessCheck[] checks = [.. Enumerable.Range(0, 100).Select(at => new AccessCheck(
            Compiled.Resolve(Principal.User(People[at])),
            Compiled.Resolve(Actions[at], Plane.Control),
            Compiled.Resolve(Groups[at])))];
        var single = checks.Select(check => Compiled.Decide(in check)).ToArray();

        foreach (var length in new[] { 0, 1, 31, 32, 33, 64, 65, 100 })
        {
            var verdicts = new Verdict[length];
            Compiled.DecideMany(checks.AsSpan(0, length), verdicts);
            Assert.Equal(single[..length], verdicts);
        }
    }

    private static void AssertSame(AccessPolicy readable, CompiledPolicy compiled, int person, int scope)
    {
        foreach (var action in new[] { 0, 1, 62, 63, 64, 65, 127, 128, 150, 199, 200, 255, 256, 298, 299 })
        {
            var request = Ask(People[person], Actions[action].Text, Groups[scope]);
            Assert.Equal(readable.Decide(request), compiled.Describe(compiled.Decide(request), request));
        }
    }
}
