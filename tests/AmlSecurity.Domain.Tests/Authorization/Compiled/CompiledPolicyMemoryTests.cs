using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

/// <summary>No door takes memory, whatever the answer and whatever stands in the policy.</summary>
public sealed class CompiledPolicyMemoryTests
{
    private static readonly CompiledPolicy Policy = CompiledPolicy.Compile(AccessPolicy.Create(
        [Owner, Reader],
        [
            Assign(Owner, Bob, Subscription, "b"),
            Assign(Reader, Id("team"), Group1, "t"),
            Assign(Reader, Alice, Group1, "a"),
        ],
        [Deny(Compute, ["*/delete"])],
        GroupDirectory.Create([new Group(Id("team"), [Alice])])),
        [Action("a/read"), Action("a/write"), Action("a/delete")]);

    public static TheoryData<string, string, bool> Requests => new()
    {
        { Alice.Text, "a/read", true },
        { Alice.Text, "a/write", false },
        { Bob.Text, "a/write", true },
        { Bob.Text, "a/delete", false },
        { "nobody", "a/read", false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_typed_request_takes_none(string principal, string action, bool isAllowed)
    {
        var request = Ask(Id(principal), action, Compute);

        TakesNone(() => Policy.Decide(request), isAllowed);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Texts_take_none_on_a_known_scope_and_below_one(string principal, string action, bool isAllowed)
    {
        var (below, loud) = ($"{Compute.Text}/nodes/n1", action.ToUpperInvariant());

        TakesNone(() => Policy.Decide(principal, action, Plane.Control, Compute.Text), isAllowed);
        TakesNone(() => Policy.Decide(principal, loud, Plane.Control, below), isAllowed);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Handles_take_none_one_by_one_and_together(string principal, string action, bool isAllowed)
    {
        var check = new AccessCheck(
            Policy.Resolve(Principal.User(Id(principal))),
            Policy.Resolve(Action(action), Plane.Control),
            Policy.Resolve(Compute));
        var (checks, verdicts) = (Enumerable.Repeat(check, 100).ToArray(), new Verdict[100]);

        TakesNone(() => Policy.Decide(in check), isAllowed);
        TakesNone(
            () =>
            {
                Policy.DecideMany(checks, verdicts);
                return verdicts[99];
            },
            isAllowed);
    }

    private static void TakesNone(Func<Verdict> decide, bool isAllowed)
    {
        Assert.Equal(isAllowed, decide().IsAllowed);

        // The runtime takes some of its own on this thread now and then, as when it compiles again; not every time.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => TakenBy(decide)));
    }

    private static long TakenBy(Func<Verdict> decide)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var turn = 0; turn < 100; turn++)
        {
            decide();
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
