using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Refuses a step whose taker is not signed in or not allowed.</summary>
internal static class StepGuard
{
    /// <summary>Finds out why a user may not take a step in a workspace.</summary>
    /// <returns>The refusal; null if nothing is against it.</returns>
    public static FlowRefusal? Refuse(FlowContext context, DataFlowStep step, StepTaker taker, Instant at) =>
        Refuse(step, taker, context.Workspace, at);

    /// <summary>Finds out why a user may not take a step.</summary>
    public static FlowRefusal? Refuse(DataFlowStep step, StepTaker taker, ResourceId scope, Instant at) =>
        RefuseSession(taker.Session, at)
        ?? (PrincipalOf(taker.Session) == taker.Access.Principal
            ? Refuse(step, step.Way, taker.Access, scope)
            : Against(DataFlowRules.WhoMayTakeAStep, "the decision is about another principal"));

    /// <summary>Finds out why a decision does not carry a step.</summary>
    public static FlowRefusal? Refuse(DataFlowStep step, string way, StepDecision access, ResourceId scope) =>
        access switch
        {
            _ when access.Operation != step.Operation => Against(
                DataFlowRules.WhoMayTakeAStep, "the decision is about another operation"),
            _ when access.Way != way => Against(
                DataFlowRules.WhoMayTakeAStep, "the decision is about another way to do it"),
            _ when access.Scope != scope => Against(
                DataFlowRules.WhoMayTakeAStep, "the decision is about another scope"),
            { Principal.Kind: PrincipalKind.Group or PrincipalKind.ForeignGroup or PrincipalKind.SystemDefined } =>
                Against(DataFlowRules.WhoMayTakeAStep, "a group takes no step"),
            { IsAllowed: false } => Against(access.Rule, access.Reason),
            _ => null,
        };

    /// <summary>Finds out why a sign-in does not carry a step.</summary>
    public static FlowRefusal? RefuseSession(SignInState session, Instant at) => session switch
    {
        SignInState.SignedIn { Token: var token } when token.IncludesAt(at) => null,
        SignInState.NeedsRefresh { Token: var token } when token.IncludesAt(at) => null,
        SignInState.SignedIn or SignInState.NeedsRefresh => Against(
            AuthenticationRules.PresentToken, "the token is not within its time"),
        SignInState.Challenged => Against(AuthenticationRules.MultiFactor, "another factor is missing"),
        SignInState.Refused refused => Against(refused.Rule, "the principal was refused"),
        _ => Against(AuthenticationRules.PresentToken, "nobody is signed in"),
    };

    /// <summary>Names whoever is signed in.</summary>
    public static Principal? PrincipalOf(SignInState session) => session switch
    {
        SignInState.SignedIn signedIn => signedIn.Principal,
        SignInState.NeedsRefresh needs => needs.Principal,
        _ => null,
    };

    public static FlowRefusal Against(RuleId rule, string reason) => new(FlowRefusalKind.AgainstARule, rule, reason);
}
