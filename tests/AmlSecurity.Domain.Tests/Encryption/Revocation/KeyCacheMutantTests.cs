using AmlSecurity.Domain.Encryption;
using NodaTime;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The search can fail: it finds what is wrong with a machine that is wrong.</summary>
public sealed class KeyCacheMutantTests(ITestOutputHelper output)
{
    private static readonly Scope WithoutMargin =
        new(new RevocationWindow(Duration.FromMinutes(60), Duration.Zero), OnBoth: 0);

    // The clocks miss nothing.
    private static readonly Scope Calm = new(RevocationWindow.OneHour, Misses: 0, OnBoth: 0);

    private static readonly (Rule Rule, Machine Machine, Scope Scope)[] Cases =
    [
        (Rule.Law, Mutants.Counts_a_life_from_the_answer, Calm),
        (Rule.Law, Mutants.Lengthens_a_life_by_use, Calm),
        (Rule.Law, Mutants.Lengthens_a_life_when_the_vault_is_away, Calm),
        (Rule.Law, Mutants.Looks_at_the_wall_clock_only, Scope.OneHour),
        (Rule.Law, Mutants.Looks_at_the_monotonic_clock_only, Scope.OneHour),
        (Rule.Law, Mutants.Uses_a_key_at_its_deadline, WithoutMargin),
        (Rule.Life, Mutants.Uses_a_key_at_its_deadline, Scope.OneHour),
        (Rule.Memory, Mutants.Forgets_that_a_key_has_expired, Scope.OneHour),
        (Rule.Life, Mutants.Does_not_see_that_a_clock_was_set_back, Scope.OneHour),
        (Rule.Denial, VaultMutants.Keeps_a_key_that_is_denied, Calm),
        (Rule.Law, VaultMutants.Renews_one_version_by_the_other, Calm),
        (Rule.Proof, VaultMutants.Renews_one_version_by_the_other, Scope.OneHour),
        (Rule.Revocation, VaultMutants.Revokes_the_other_version, Scope.OneHour),
        (Rule.Revocation, VaultMutants.Waits_for_what_is_revoked, Scope.OneHour),
        (Rule.Law, VaultMutants.Takes_a_late_answer, Calm),
        (Rule.Lateness, VaultMutants.Takes_a_late_answer, Scope.OneHour),
        (Rule.Recovery, VaultMutants.Waits_for_ever, Scope.OneHour),
        (Rule.OneQuestion, VaultMutants.Asks_again_while_it_waits, Scope.OneHour),
        (Rule.Recovery, VaultMutants.Never_asks_for_the_other_version, Scope.OneHour),
        (Rule.Continuity, VaultMutants.Does_not_count_a_renewal, Scope.OneHour),
        (Rule.Continuity, VaultMutants.Never_asks_ahead, Scope.OneHour),
        (Rule.Proof, VaultMutants.Admits_before_the_answer, Scope.OneHour),
        (Rule.Eviction, VaultMutants.Leaves_a_question_when_evicted, Scope.OneHour),
        (Rule.Erasure, VaultMutants.Leaves_the_key_in_memory, Scope.OneHour),
        (Rule.Erasure, VaultMutants.Erases_the_key_that_came, Scope.OneHour),
        (Rule.Waking, VaultMutants.Wakes_the_host_too_late, Scope.OneHour),
    ];

    public static TheoryData<int, string> Numbered
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (number, one) in Cases.Index())
            {
                data.Add(number, $"{one.Rule}: {one.Machine.Method.Name.Replace('_', ' ')}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public void A_machine_that_is_wrong_is_found_out(int number, string what)
    {
        var (rule, machine, scope) = Cases[number];

        var report = Search.Run(machine, scope, depth: 10, rule);

        output.WriteLine($"{what} ({report.Course.Count} moves, {report.States} states)\n{report}");
        Assert.True(report.Broken == rule, $"{what}: nothing is found in {report}");
        Assert.True(
            new Replay(machine, scope).Broken(report.Course).HasFlag(rule), $"{what}: it is not so, played as it is");
    }

    [Fact]
    public void Every_rule_is_broken_by_a_machine_that_is_wrong() =>
        Assert.Equal(Rule.All, Cases.Aggregate(Rule.None, (rules, one) => rules | one.Rule));
}
