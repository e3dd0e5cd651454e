using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace AmlSecurity.Domain.Tests.Authorization.Compiled;

/// <summary>The compiled policy against the readable one, on policies with groups, denies, conditions and a
/// tree.</summary>
public sealed class CompiledPolicyLawTests
{
    [Property(MaxTest = 1500 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    [Trait("Rule", "RBAC-02")]
    [Trait("Rule", "RBAC-03")]
    [Trait("Rule", "RBAC-07")]
    public Property Every_door_decides_as_the_readable_policy_does() => Prop.ForAll(CaseWorld.Cases, given =>
    {
        var compiled = CompiledPolicy.Compile(given.Policy);
        return Same(compiled, given).And(Same(CompiledPolicy.Compile(given.Policy, []), given));
    });

    [Property(MaxTest = 500 / Law.Share)]
    public Property Texts_decide_as_the_readable_policy_does() => Prop.ForAll(CaseWorld.Cases, given =>
    {
        var compiled = CompiledPolicy.Compile(given.Policy);
        var request = given.Request with
        {
            Principal = new Principal(given.Request.Principal.Id, PrincipalKind.User, new Membership.Undetermined()),
        };
        string[] scopes =
        [
            given.Scope,
            given.Scope.ToUpperInvariant() + "/",
            given.Scope + "/providers/a.b/c/d",
            given.Scope + "/providers/a.b/c/d/e/{f}",
            given.Scope + "/providers/a.b/c",
            "nonsense",
        ];
        return scopes.All(text =>
        {
            var verdict = compiled.Decide(
                given.Who, given.Action.ToUpperInvariant(), request.Plane, text, CaseConditions.Known);
            return ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var scope, out _)
                ? compiled.Describe(verdict, request with { Scope = scope })
                    == given.Policy.Decide(request with { Scope = scope })
                : verdict == default;
        });
    });

    [Property(MaxTest = 500 / Law.Share)]
    [Trait("Rule", "RBAC-01")]
    public Property A_changed_snapshot_decides_as_one_compiled_anew_and_the_old_one_stays() => Prop.ForAll(
        (from given in CaseWorld.CaseGen
         from order in CaseWorld.Shuffled([.. ChangesOf(given)])
         select (given, order)).ToArbitrary(),
        pair =>
        {
            var (given, changes) = pair;
            var whole = given.Policy;
            var empty = AccessPolicy.Create([], [], hierarchy: whole.Hierarchy).Under(whole.Rules).ReadAs(whole.Reading);
            var start = CompiledPolicy.Compile(empty);
            var grown = changes.Aggregate(start, (policy, change) => change.Do(policy));
            var half = changes.Take(changes.Length / 2).Aggregate(start, (policy, change) => change.Do(policy));
            var shrunk = changes.Reverse().Take(changes.Length - (changes.Length / 2))
                .Aggregate(grown, (policy, change) => change.Undo(policy));
            return Same(grown, given)
                .And(Same(CompiledPolicy.Compile(grown.ToPolicy()), given))
                .And(half.Decide(given.Request) == shrunk.Decide(given.Request))
                .And(half.ToPolicy().Decide(given.Request) == half.Describe(half.Decide(given.Request), given.Request))
                .And(start.Decide(given.Request).IsAllowed == empty.Decide(given.Request).IsAllowed)
                .Classify(grown.Decide(given.Request).IsAllowed, "allowed")
                .Classify(
                    half.Decide(given.Request).IsAllowed != grown.Decide(given.Request).IsAllowed, "changed on the way");
        });

    private static Property Same(CompiledPolicy compiled, AccessCase given)
    {
        var request = given.Request;
        var check = new AccessCheck(
            compiled.Resolve(request.Principal),
            compiled.Resolve(request.Action, request.Plane),
            compiled.Resolve(request.Scope));
        var verdicts = new Verdict[3];
        compiled.DecideMany([default, check, check], verdicts, CaseConditions.Known);
        var verdict = compiled.Decide(request);
        return (compiled.Describe(verdict, request) == given.Decision)
            .Label($"{verdict} instead of {given.Decision}")
            .And(verdict.IsAllowed == given.Decision.IsAllowed)
            .And(verdicts[0] == default && verdicts[1] == verdict && verdicts[2] == verdict)
            .And(verdict == compiled.Decide(check.Principal, check.Action, check.Scope, CaseConditions.Known));
    }

    // Changes that leave nothing behind when they are undone: equal parts are given once.
    private static IEnumerable<Change> ChangesOf(AccessCase given)
    {
        var policy = given.Policy;
        foreach (var role in policy.Roles.Distinct())
        {
            yield return new Change(to => to.With(role), to => to.Without(role));
        }

        foreach (var assignment in policy.Assignments.Distinct())
        {
            yield return new Change(to => to.With(assignment), to => to.Without(assignment));
        }

        foreach (var deny in policy.DenyAssignments.Distinct())
        {
            yield return new Change(to => to.With(deny), to => to.Without(deny));
        }

        foreach (var (group, member) in policy.Groups.Groups
            .SelectMany(group => group.Members, (group, member) => (group.Id, member))
            .Distinct())
        {
            yield return new Change(to => to.WithMember(group, member), to => to.WithoutMember(group, member));
        }
    }

    private sealed record Change(
        Func<CompiledPolicy, CompiledPolicy> Do, Func<CompiledPolicy, CompiledPolicy> Undo);
}
