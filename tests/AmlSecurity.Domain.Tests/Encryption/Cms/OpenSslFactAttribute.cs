namespace AmlSecurity.Domain.Tests.Encryption.Cms;

/// <summary>Marks a fact that runs <c>openssl</c>; without OpenSSL 3 it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenSslFactAttribute : FactAttribute
{
    /// <summary>Skips the fact where there is no OpenSSL.</summary>
    public OpenSslFactAttribute() => Skip = OpenSslProgram.ReasonToSkip;
}
