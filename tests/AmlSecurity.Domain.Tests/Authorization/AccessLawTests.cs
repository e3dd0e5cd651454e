using System.Globalization;
using AmlSecurity.Domain.Authorization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>What holds of every policy and every request.</summary>
public sealed class AccessLawTests
{
    [Property(MaxTest = 1500 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    [Trait("Rule", "RBAC-02")]
    public Property The_decision_is_that_of_a_simpler_evaluator() => Prop.ForAll(
        CaseWorld.Cases, given => (given.Outcome == AccessModel.Decide(given))
            .Label($"{given.Outcome} instead of {AccessModel.Decide(given)}"));

    [Fact]
    public void The_cases_reach_every_outcome_often()
    {
        const int Samples = 2000;
        var shares = CaseWorld.CaseGen.Sample(Samples, new Rnd(20200313), 50)
            .CountBy(given => given.Outcome.Split(':')[0])
            .ToDictionary(outcome => outcome.Key, outcome => outcome.Value * 100.0 / Samples);

        Assert.Equal(100, shares.Values.Sum(), 3);
        foreach (var outcome in Enum.GetNames<DenialReason>().Append("allowed"))
        {
            Assert.True(
                shares.GetValueOrDefault(outcome) > 5,
                $"{outcome} is reached too rarely: {string.Join(", ", shares.Select(s =>
                    string.Create(CultureInfo.InvariantCulture, $"{s.Key} {s.Value:0.0} %")))}");
        }
    }

    [Property(MaxTest = 300 / Law.Share)]
    public Property The_order_of_the_parts_does_not_matter() => Prop.ForAll(
        (from given in CaseWorld.CaseGen
         from roles in CaseWorld.Shuffled(given.Roles)
         from blocks in Gen.CollectToArray(roles, role =>
             CaseWorld.Shuffled(role.Blocks).Select(shuffled => role with { Blocks = shuffled }))
         from assignments in CaseWorld.Shuffled(given.Assignments)
         from denies in CaseWorld.Shuffled(given.Denies)
         from groups in CaseWorld.Shuffled(given.Groups)
         from edges in CaseWorld.Shuffled(given.Edges)
         select (given, Other: given with
         {
             Roles = [.. blocks],
             Assignments = assignments,
             Denies = denies,
             Groups = groups,
             Edges = edges,
         })).ToArbitrary(),
        pair => pair.given.Outcome == pair.Other.Outcome);

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "RBAC-02")]
    public Property Another_assignment_never_removes_access() => Prop.ForAll(
        (from given in CaseWorld.CaseGen
         from more in CaseWorld.NewAssignment(given)
         select (given, More: given with { Assignments = given.Assignments.Add(more) })).ToArbitrary(),
        pair => (!pair.given.Decision.IsAllowed || pair.More.Decision.IsAllowed)
            .Classify(pair.given.Decision.IsAllowed, "allowed before")
            .Classify(!pair.given.Decision.IsAllowed && pair.More.Decision.IsAllowed, "allowed only now"));

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "RBAC-03")]
    public Property Another_deny_never_adds_access() => Prop.ForAll(
        (from given in CaseWorld.CaseGen
         from more in CaseWorld.NewDeny(given)
         select (given, More: given with { Denies = given.Denies.Add(more) })).ToArbitrary(),
        pair => (pair.given.Decision.IsAllowed || !pair.More.Decision.IsAllowed)
            .Classify(pair.given.Decision.IsAllowed && !pair.More.Decision.IsAllowed, "denied only now"));

    [Property(MaxTest = 200 / Law.Share)]
    [Trait("Rule", "RBAC-03")]
    public Property A_deny_of_everything_for_everyone_at_the_root_wins() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var everything = new CaseBlock(["*"], [], ["*"], [], CaseCondition.None);
            var closed = given with
            {
                Denies = [new CaseDeny("all", "/", [everything], [CaseWorld.Everyone], [], false, false)],
            };
            return !closed.Decision.IsAllowed;
        });

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "RBAC-07")]
    public Property A_child_inherits_what_its_parent_grants() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var here = given with { Denies = [] };
            var below = here with { Scope = given.Scope + "/providers/a.b/c/d" };
            return (!here.Decision.IsAllowed || below.Decision.IsAllowed)
                .Classify(here.Decision.IsAllowed, "granted above");
        });

    [Property(MaxTest = 300 / Law.Share)]
    [Trait("Rule", "RBAC-07")]
    public Property A_sibling_does_not_inherit() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var others = given.Assignments
                .Where(assignment => Scope(assignment.Scope) != Scope(given.Scope))
                .Select(assignment => assignment with { Scope = given.Scope + "x" })
                .Where(assignment => !Scope(assignment.Scope).Contains(Scope(given.Scope)));
            var only = given with { Assignments = [.. others] };
            return (!only.Decision.IsAllowed).Classify(!only.Assignments.IsEmpty, "with an assignment on a sibling");
        });

    [Property(MaxTest = 300 / Law.Share)]
    public Property Case_does_not_matter() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var upper = given with
            {
                Action = given.Action.ToUpperInvariant(),
                Scope = given.Scope.ToUpperInvariant(),
                Who = given.Who.ToUpperInvariant(),
                Roles = [.. given.Roles.Select(role => role with
                {
                    Name = role.Name.ToUpperInvariant(),
                    Blocks = [.. role.Blocks.Select(block => block with
                    {
                        Actions = [.. block.Actions.Select(entry => entry.ToUpperInvariant())],
                        NotActions = [.. block.NotActions.Select(entry => entry.ToUpperInvariant())],
                    })],
                })],
            };
            return given.Outcome == upper.Outcome;
        });

    [Property(MaxTest = 300 / Law.Share)]
    public Property Without_the_assignment_it_names_a_grant_ends_or_another_is_said_to_remain() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var explanation = given.Policy.Explain(given.Request);
            if (explanation.Decision is not AccessDecision.Allowed allowed)
            {
                return explanation.AlsoGrantedBy.IsEmpty.Classify(true, "denied");
            }

            var without = given with
            {
                Assignments = [.. given.Assignments.Where(assignment => assignment.Id != allowed.Assignment.Id)],
            };
            var stillAllowed = without.Decision.IsAllowed;
            return (stillAllowed == !explanation.AlsoGrantedBy.IsEmpty)
                .Classify(stillAllowed, "another remains").Classify(!stillAllowed, "flips");
        });

    [Property(MaxTest = 300 / Law.Share)]
    public Property An_explanation_decides_as_the_policy_does_and_shows_its_grounds() => Prop.ForAll(
        CaseWorld.Cases, given =>
        {
            var explanation = given.Policy.Explain(given.Request);
            var other = given with { Literal = !given.Literal };
            return explanation.Decision == given.Decision
                && explanation.DependsOnReading == (other.Decision.IsAllowed != given.Decision.IsAllowed)
                && explanation.Decision switch
                {
                    AccessDecision.Allowed allowed => explanation.Assignments.Any(considered =>
                        considered.Assignment == allowed.Assignment && considered.Outcome == AssignmentOutcome.Granted),
                    AccessDecision.Denied { Deny: { } deny } => explanation.Denies.Any(considered =>
                        considered.Deny == deny && considered.Outcome == DenyOutcome.Blocked),
                    _ => true,
                };
        });
}
