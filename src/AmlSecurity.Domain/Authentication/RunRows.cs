using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using NodaTime;
using static AmlSecurity.Domain.Authentication.RunEvent;
using static AmlSecurity.Domain.Authentication.RunState;
using Outcome = OneOf.OneOf<
    AmlSecurity.Domain.Flows.FlowStep<
        AmlSecurity.Domain.Authentication.RunState, AmlSecurity.Domain.Authentication.RunEffect>,
    AmlSecurity.Domain.Flows.FlowRefusal>;

namespace AmlSecurity.Domain.Authentication;

/// <summary>The rows of <see cref="RunFlow"/>.</summary>
internal static class RunRows
{
    private const string NoToken = "the run has no token yet";
    private const string NotStarted = "the run has not started";
    private const string Complete = "the run is complete";
    private const string Over = "the run is closed";

    public static FlowTable<RunState, RunEvent, RunEffect> Build() =>
        new FlowTableBuilder<RunState, RunEvent, RunEffect>(
            "Run",
            [typeof(Submitted), typeof(TokenIssued), typeof(Running), typeof(CallbackDue), typeof(Closed)],
            [
                typeof(TokenMinted), typeof(Started), typeof(CalledBack), typeof(Completed), typeof(FinalCallback),
                typeof(Cancelled), typeof(TimePassed),
            ])
            .On<Submitted, TokenMinted>(
                AuthenticationRules.RunToken,
                "hands the token to the compute target",
                [typeof(TokenIssued)],
                (state, e) => Mint(state, e, held: default, new TokenIssued(state, e.At, e.Token)))
            .Refuse<Submitted, Started>(AuthenticationRules.ServiceToken, NoToken)
            .Refuse<Submitted, CalledBack>(AuthenticationRules.ServiceToken, NoToken)
            .Refuse<Submitted, Completed>(AuthenticationRules.SubmitRun, NotStarted)
            .Refuse<Submitted, FinalCallback>(AuthenticationRules.ServiceToken, NoToken)
            .On<Submitted, Cancelled>(
                AuthenticationRules.SubmitRun, "closes the run", [typeof(Closed)], (state, e) => Close(state, e.At))
            .On<Submitted, TimePassed>(
                AuthenticationRules.RunToken,
                "asks for the token again, or closes a run that is past its longest time",
                [typeof(Submitted), typeof(Closed)],
                (state, e) => e.At >= state.End
                    ? Close(state, e.At)
                    : Step(state with { At = e.At }, new RunEffect.MintToken(state.Scope, state.End)))
            .On<TokenIssued, TokenMinted>(
                AuthenticationRules.RunToken,
                "hands over a newer token",
                [typeof(TokenIssued)],
                (state, e) => Mint(state, e, state.Token, new TokenIssued(state, e.At, e.Token)))
            .On<TokenIssued, Started>(
                AuthenticationRules.RunToken,
                "runs",
                [typeof(Running)],
                (state, e) => state.Token.IncludesAt(e.At)
                    ? Step(new Running(state, e.At, state.Token))
                    : Against(AuthenticationRules.Tokens, "the token has expired"))
            .Refuse<TokenIssued, CalledBack>(AuthenticationRules.Callback, NotStarted)
            .Refuse<TokenIssued, Completed>(AuthenticationRules.SubmitRun, NotStarted)
            .Refuse<TokenIssued, FinalCallback>(AuthenticationRules.Callback, NotStarted)
            .On<TokenIssued, Cancelled>(
                AuthenticationRules.SubmitRun, "closes the run", [typeof(Closed)], (state, e) => Close(state, e.At))
            .On<TokenIssued, TimePassed>(
                AuthenticationRules.Tokens,
                "asks for a newer token if it is due, or closes a run that is past its longest time",
                [typeof(TokenIssued), typeof(Closed)],
                (state, e) => Wait(state, state.Token, e.At, state with { At = e.At }))
            .On<Running, TokenMinted>(
                AuthenticationRules.Tokens,
                "hands over a newer token",
                [typeof(Running)],
                (state, e) => Mint(state, e, state.Token, new Running(state, e.At, e.Token)))
            .Refuse<Running, Started>(AuthenticationRules.RunToken, "the run has started")
            .On<Running, CalledBack>(
                AuthenticationRules.Callback,
                "lets the call through",
                [typeof(Running)],
                (state, e) => Unfit(state, state.Token, e.Workspace, e.At) is { } refusal
                    ? refusal
                    : Step(state with { At = e.At }, new RunEffect.AcceptCallback(state.Scope)))
            .On<Running, Completed>(
                AuthenticationRules.Callback,
                "waits for the last callback",
                [typeof(CallbackDue)],
                (state, e) => Step(new CallbackDue(state, e.At, state.Token)))
            .On<Running, FinalCallback>(
                AuthenticationRules.Callback,
                "lets the call through and closes the run",
                [typeof(Closed)],
                (state, e) => Finish(state, state.Token, e))
            .On<Running, Cancelled>(
                AuthenticationRules.Callback,
                "waits for the last callback",
                [typeof(CallbackDue)],
                (state, e) => Step(new CallbackDue(state, e.At, state.Token)))
            .On<Running, TimePassed>(
                AuthenticationRules.Tokens,
                "asks for a newer token if it is due, or closes a run that is past its longest time",
                [typeof(Running), typeof(Closed)],
                (state, e) => Wait(state, state.Token, e.At, state with { At = e.At }))
            .On<CallbackDue, TokenMinted>(
                AuthenticationRules.Tokens,
                "hands over a newer token while callbacks are awaited",
                [typeof(CallbackDue)],
                (state, e) => e.At >= state.Deadline
                    ? Against(AuthenticationRules.Callback, "the time for callbacks is over")
                    : Mint(state, e, state.Token, state with { At = e.At, Token = e.Token }))
            .Refuse<CallbackDue, Started>(AuthenticationRules.Callback, Complete)
            .On<CallbackDue, CalledBack>(
                AuthenticationRules.Callback,
                "lets the call through",
                [typeof(CallbackDue)],
                (state, e) => e.At >= state.Deadline
                    ? Against(AuthenticationRules.Callback, "the time for callbacks is over")
                    : Unfit(state, state.Token, e.Workspace, e.At) is { } refusal
                        ? refusal
                        : Step(state with { At = e.At }, new RunEffect.AcceptCallback(state.Scope)))
            .Refuse<CallbackDue, Completed>(AuthenticationRules.Callback, Complete)
            .On<CallbackDue, FinalCallback>(
                AuthenticationRules.Callback,
                "lets the call through and closes the run",
                [typeof(Closed)],
                (state, e) => e.At >= state.Deadline
                    ? Against(AuthenticationRules.Callback, "the time for callbacks is over")
                    : Finish(state, state.Token, e))
            .Refuse<CallbackDue, Cancelled>(AuthenticationRules.Callback, Complete)
            .On<CallbackDue, TimePassed>(
                AuthenticationRules.Callback,
                "asks for a newer token if it is due, or closes the run when its grace is over",
                [typeof(CallbackDue), typeof(Closed)],
                (state, e) => e.At >= state.Deadline
                    ? Close(state, e.At)
                    : Wait(state, state.Token, e.At, state with { At = e.At }))
            .Refuse<Closed, TokenMinted>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, Started>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, CalledBack>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, Completed>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, FinalCallback>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, Cancelled>(AuthenticationRules.Callback, Over)
            .Refuse<Closed, TimePassed>(AuthenticationRules.Callback, Over)
            .Build();

    private static Outcome Mint(RunState state, TokenMinted minted, TokenLifetime held, RunState next) =>
        minted.Token.Expires > state.End
            ? Against(AuthenticationRules.Callback, "the token would outlast the longest run")
            : minted.Token.Expires < held.Expires
            ? Against(AuthenticationRules.Tokens, "the token ends before the one that is held")
            : !minted.Token.IncludesAt(minted.At)
                ? Against(AuthenticationRules.Tokens, "the token is not valid now")
                : Step(next, new RunEffect.HandOverToken(state.Scope, minted.Token));

    private static Outcome Wait(RunState state, TokenLifetime token, Instant now, RunState next) =>
        now >= state.End ? Close(state, now)
        : state.Policy.Refresh.AdviseAt(token, now) == RefreshAdvice.Use ? Step(next)
        : Step(next, new RunEffect.MintToken(state.Scope, state.End));

    private static Outcome Finish(RunState state, TokenLifetime token, FinalCallback call) =>
        Unfit(state, token, call.Workspace, call.At) is { } refusal ? refusal
        : Step(
            new Closed(state, call.At),
            new RunEffect.AcceptCallback(state.Scope),
            new RunEffect.RevokeTokens(state.Scope.Run));

    private static FlowRefusal? Unfit(RunState state, TokenLifetime token, ResourceId workspace, Instant now) =>
        workspace != state.Scope.Workspace
            ? Against(AuthenticationRules.OneWorkspace, "the token is for another workspace")
            : now >= state.End || !token.IncludesAt(now)
                ? Against(AuthenticationRules.Tokens, "the token has expired")
                : null;

    private static Outcome Close(RunState state, Instant now) =>
        Step(new Closed(state, now), new RunEffect.RevokeTokens(state.Scope.Run));

    private static FlowRefusal Against(RuleId rule, string reason) => new(FlowRefusalKind.AgainstARule, rule, reason);

    private static FlowStep<RunState, RunEffect> Step(RunState next, params RunEffect[] effects) =>
        new(next, [.. effects]);
}
