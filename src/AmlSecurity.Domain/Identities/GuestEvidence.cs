namespace AmlSecurity.Domain.Identities;

/// <summary>Says how it is known that a user is a guest (business-to-business collaboration).</summary>
/// <remarks>Ordered from the weakest to the strongest. The default is <see cref="UserPrincipalName"/>.</remarks>
public enum GuestEvidence
{
    /// <summary>The user principal name carries <c>#EXT#</c> or <c>_EXT_</c>: enough to refuse, never to
    /// admit.</summary>
    UserPrincipalName,

    /// <summary>An e-mail claim that nobody asked for.</summary>
    Email,

    /// <summary>A home object id: the user's account lives in another directory.</summary>
    HomeObjectId,

    /// <summary>The identity provider is another tenant, or the one of personal accounts.</summary>
    IdentityProvider,

    /// <summary>The account claim (<c>acct</c>) says guest.</summary>
    AccountClaim,

    /// <summary>The directory itself lists the user as a guest.</summary>
    Directory,
}
