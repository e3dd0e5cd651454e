using System.Collections.Concurrent;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

public sealed class CompiledPolicyConcurrencyTests
{
    private const int Readers = 4;
    private const int Changes = 2_000;

    // Each snapshot knows its number: Alice may write exactly where the assignment of that number stands, and Bob is
    // denied exactly on the snapshots with an odd one.
    private sealed record Published(CompiledPolicy Policy, int Number);

    private Published _published = new(
        CompiledPolicy.Compile(AccessPolicy.Create([Owner], [Assign(Owner, Bob, Subscription, "b")])), 0);

    [Fact]
    public void Four_threads_decide_while_a_fifth_changes_the_policy_and_every_answer_is_that_of_one_snapshot()
    {
        var wrong = new ConcurrentQueue<string>();
        var seen = new ConcurrentDictionary<int, bool>();
        using var start = new Barrier(Readers + 1);
        var readers = Enumerable.Range(0, Readers).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            for (var last = -1; last < Changes;)
            {
                var (policy, number) = Volatile.Read(ref _published);
                if (number < last)
                {
                    wrong.Enqueue($"{number} after {last}");
                }

                last = number;
                seen.TryAdd(number, true);
                if (Judge(policy, number) is { } fault)
                {
                    wrong.Enqueue(fault);
                }
            }
        })).ToList();
        readers.ForEach(reader => reader.Start());
        start.SignalAndWait();
        for (var number = 1; number <= Changes; number++)
        {
            Volatile.Write(ref _published, new Published(Next(_published.Policy, number), number));
        }

        readers.ForEach(reader => reader.Join());

        Assert.Empty(wrong);
        Assert.InRange(seen.Count, 10, Changes + 1);
    }

    private static CompiledPolicy Next(CompiledPolicy policy, int number)
    {
        var deny = Deny(Group1, ["*"], Bob);
        var moved = policy.Without(Assign(Owner, Alice, ScopeOf(number - 1), "a")).With(
            Assign(Owner, Alice, ScopeOf(number), "a"));
        return number % 2 == 1 ? moved.With(deny) : moved.Without(deny);
    }

    private static string? Judge(CompiledPolicy policy, int number)
    {
        var action = policy.Resolve(MlActions.WriteModel, Plane.Control);
        var alice = policy.Resolve(Principal.User(Alice));
        var here = policy.Decide(alice, action, policy.Resolve(ScopeOf(number))).IsAllowed;
        var before = policy.Decide(alice, action, policy.Resolve(ScopeOf(number - 1))).IsAllowed;
        var bob = policy.Decide(Bob.Text, MlActions.WriteModel.Text, Plane.Control, Workspace.Text).IsAllowed;
        return here == (number > 0) && !before && bob == (number % 2 == 0)
            ? null
            : $"snapshot {number}: {here}, {before}, {bob}";
    }

    private static ResourceId ScopeOf(int number) => Group10.Child(MlProvider + "/workspaces", $"ws{number}");
}
