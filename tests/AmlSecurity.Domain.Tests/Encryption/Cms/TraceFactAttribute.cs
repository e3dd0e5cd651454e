namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Marks a fact that runs a process under <c>strace</c>; where that cannot be, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TraceFactAttribute : FactAttribute
{
    /// <summary>Skips the fact where nothing can be traced.</summary>
    /// <param name="needsOpenSsl">Whether it runs <c>openssl</c> too.</param>
    public TraceFactAttribute(bool needsOpenSsl = false)
    {
        NeedsOpenSsl = needsOpenSsl;
        Skip = FileTrace.ReasonToSkip ?? (needsOpenSsl ? OpenSslProgram.ReasonToSkip : null);
    }

    /// <summary>Gets a value indicating whether it runs <c>openssl</c> too.</summary>
    public bool NeedsOpenSsl { get; }
}
