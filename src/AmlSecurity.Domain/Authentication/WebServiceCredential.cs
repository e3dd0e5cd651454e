namespace AmlSecurity.Domain.Authentication;

/// <summary>What a caller of a web service presents. It holds no secret.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record WebServiceCredential
{
    private WebServiceCredential()
    {
    }

    /// <summary>Nothing.</summary>
    public sealed record None : WebServiceCredential;

    /// <summary>One of the two keys, or what passes itself off as one.</summary>
    /// <param name="Digest">The digest of what was presented.</param>
    public sealed record Key(WebServiceKeyDigest Digest) : WebServiceCredential
    {
        /// <summary>Gets the digest of what was presented.</summary>
        public WebServiceKeyDigest Digest { get; } = Digest ?? throw new ArgumentNullException(nameof(Digest));
    }

    /// <summary>A token of this service, whose signature the host has verified.</summary>
    /// <param name="Presented">How long it lasts.</param>
    public sealed record Token(WebServiceToken Presented) : WebServiceCredential
    {
        /// <summary>Gets how long it lasts.</summary>
        public WebServiceToken Presented { get; } = Presented ?? throw new ArgumentNullException(nameof(Presented));
    }
}
