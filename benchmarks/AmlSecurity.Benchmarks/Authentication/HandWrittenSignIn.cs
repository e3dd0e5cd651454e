using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Flows;
using OneOf;

namespace AmlSecurity.Benchmarks.Authentication;

/// <summary>The floor of a step: a switch, in place of the table, that gives the step to hand out.</summary>
internal static class HandWrittenSignIn
{
    // Steps are made by the library only; one is enough here, since the same event always leads to an equal one.
    private static FlowStep<SignInState, SignInEffect>? _step;

    public static OneOf<FlowStep<SignInState, SignInEffect>, FlowRefusal> Apply(SignInState state, SignInEvent happened) =>
        (state, happened) switch
        {
            (SignInState.SignedIn signedIn, SignInEvent.CallRequested call) when signedIn.Token.IncludesAt(call.At) =>
                _step ??= signedIn.Apply(call).AsT0,
            _ => state.Apply(happened),
        };
}
