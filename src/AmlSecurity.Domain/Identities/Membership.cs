namespace AmlSecurity.Domain.Identities;

/// <summary>Says whether a principal belongs to the directory or is a guest in it (AUTHZ-20).</summary>
/// <remarks>
/// One of <see cref="Member"/>, <see cref="Guest"/> and <see cref="Undetermined"/>; no other case can be added.
/// Equal by case and evidence; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public abstract record Membership
{
    private Membership()
    {
    }

    /// <summary>A principal of the directory's own.</summary>
    public sealed record Member : Membership;

    /// <summary>A user of another directory.</summary>
    /// <param name="Evidence">How it is known.</param>
    public sealed record Guest(GuestEvidence Evidence) : Membership;

    /// <summary>Not known.</summary>
    public sealed record Undetermined : Membership;
}
