namespace AmlSecurity.Domain.Tests;

/// <summary>How many cases the laws try that take the longest.</summary>
internal static class Law
{
    /// <summary>What the number of cases is divided by: <c>eng/mutation.sh</c> asks each law again for each change to the
    /// library, and most changes show in any case.</summary>
#if MUTATION
    public const int Share = 20;
#else
    public const int Share = 1;
#endif
}
