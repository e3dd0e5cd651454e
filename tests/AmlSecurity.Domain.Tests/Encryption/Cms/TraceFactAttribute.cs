namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Marks a fact that traces this process; without <c>strace</c> it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TraceFactAttribute : FactAttribute
{
    /// <summary>Skips the fact where nothing can be traced.</summary>
    public TraceFactAttribute() => Skip = FileTrace.ReasonToSkip;
}
