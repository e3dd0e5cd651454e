using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>What an access policy says of one way to carry out an operation: of its first action that is denied, or of
/// its first.</summary>
internal readonly record struct StepAttempt(ActionName Action, AccessDecision Decision)
{
    /// <summary>Gets a value indicating whether it is barred whatever roles are held.</summary>
    public bool IsBarred =>
        Decision is AccessDecision.Denied { Reason: DenialReason.DenyAssignment or DenialReason.GuestNotSupported };

    public StepVerdict Verdict => Decision switch
    {
        AccessDecision.Allowed allowed => new StepVerdict(
            allowed.Rule, $"{Plaintext.Quote(allowed.Role.Name)} covers its actions", allowed.Assignment.Id),
        AccessDecision.Denied denied => new StepVerdict(
            denied.Rule, $"{Plaintext.Quote(Action.Text)}: {Plaintext.Words(denied.Reason)}", Assignment: null),
        _ => default,
    };

    public static StepAttempt Of(
        AccessPolicy policy, Principal principal, ActionAlternative way, ResourceId scope)
    {
        var answers = way.Actions
            .Select(action => new StepAttempt(
                action, policy.Decide(AccessRequest.Control(principal, action, scope))))
            .ToArray();
        return answers.FirstOrDefault(answer => answer.IsBarred) is { Action: not null } barred ? barred
            : answers.FirstOrDefault(answer => !answer.Decision.IsAllowed) is { Action: not null } denied ? denied
            : answers[0];
    }

    /// <summary>Picks the way that is open, or the one that is nearest to it.</summary>
    public static StepAttempt Best(ImmutableArray<StepAttempt> attempts) => attempts.MaxBy(
        attempt => attempt.Decision is AccessDecision.Denied denied ? (int)denied.Reason : int.MaxValue);
}
