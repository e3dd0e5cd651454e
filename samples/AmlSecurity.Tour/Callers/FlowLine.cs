using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using AmlSecurity.Domain.Identities;
using NodaTime;
using OneOf;

namespace AmlSecurity.Tour.Callers;

/// <summary>One event of a flow, and what came of it, for a person.</summary>
internal sealed record FlowLine(Duration After, string Event, string State, string Outcome)
{
    public static FlowLine Of<TState, TEffect>(
        Duration after, string what, TState before, OneOf<FlowStep<TState, TEffect>, FlowRefusal> outcome)
        where TState : class => outcome.Match(
            step => new FlowLine(
                after,
                what,
                step.Next.GetType().Name,
                step.Next is SignInState.Refused { Membership: Membership.Guest guest } refused
                    ? $"a guest by {guest.Evidence} ({refused.Rule})"
                    : string.Join(", ", step.Effects.Select(effect => effect!.GetType().Name))),
            refusal => new FlowLine(after, what, before.GetType().Name, $"refused: {refusal}"));
}
