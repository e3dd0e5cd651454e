namespace AmlSecurity.Benchmarks.Encryption;

/// <summary>Takes the result of what a vault without delay has answered at once.</summary>
internal static class Completion
{
    public static T Result<T>(this ValueTask<T> task) => task.IsCompletedSuccessfully
        ? task.Result
        : throw new InvalidOperationException("the vault was to answer at once");
}
