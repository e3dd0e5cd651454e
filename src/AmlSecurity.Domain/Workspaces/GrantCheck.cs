using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>How it stands with one grant in an export, and by what.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class GrantCheck
{
    internal GrantCheck(
        ManagedIdentityGrant grant, GrantStatus status, string reason, ImmutableArray<GrantHolding> holdings)
    {
        Grant = grant;
        Status = status;
        Reason = reason;
        Holdings = holdings;
    }

    /// <summary>Gets what was looked for.</summary>
    public ManagedIdentityGrant Grant { get; }

    /// <summary>Gets whether it was found.</summary>
    public GrantStatus Status { get; }

    /// <summary>Gets why, in lower case without a full stop.</summary>
    public string Reason { get; }

    /// <summary>Gets the assignments that give it, nearest scope first; for <see cref="GrantStatus.Undetermined"/>
    /// those that may.</summary>
    public ImmutableArray<GrantHolding> Holdings { get; }

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Status, grant and reason.</returns>
    public override string ToString() => $"{Plaintext.Words(Status)}: {Grant}: {Reason}";
}
