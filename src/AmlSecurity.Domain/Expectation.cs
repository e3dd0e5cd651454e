using OneOf;

namespace AmlSecurity.Domain;

/// <summary>Turns an outcome into its success where the caller knows that it is one.</summary>
public static class Expectation
{
    /// <summary>Returns the success of an outcome.</summary>
    /// <typeparam name="T">The success.</typeparam>
    /// <typeparam name="TFault">The fault or refusal.</typeparam>
    /// <param name="outcome">The outcome.</param>
    /// <returns>The success.</returns>
    /// <exception cref="InvalidOperationException">The outcome is the fault; its text is in the message.</exception>
    public static T Expect<T, TFault>(this OneOf<T, TFault> outcome) =>
        outcome.IsT0
            ? outcome.AsT0
            : throw new InvalidOperationException($"expected `{typeof(T).Name}`, but {outcome.AsT1}");
}
