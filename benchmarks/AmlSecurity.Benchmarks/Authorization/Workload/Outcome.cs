namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>Says which requests are measured.</summary>
public enum Outcome
{
    /// <summary>Those that the policy allows.</summary>
    Allowed,

    /// <summary>Those that it denies.</summary>
    Denied,
}
