namespace AmlSecurity.Conformance;

/// <summary>The codes by which an answer says why it is an error.</summary>
internal static class ErrorCode
{
    /// <summary>The request, or a text in it, cannot be understood.</summary>
    public const string Malformed = "malformed";

    /// <summary>The question is understood, and the model does not answer it.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>Something does not decrypt; whether for its key, its context or its bytes is never said.</summary>
    public const string Authentication = "authentication";

    /// <summary>The vault refuses the key, or the caller did not allow it.</summary>
    public const string KeyDenied = "key-denied";

    /// <summary>The vault does not answer.</summary>
    public const string KeyUnavailable = "key-unavailable";

    /// <summary>The answer is a decision against what was asked.</summary>
    public const string Refused = "refused";

    /// <summary>There is no such operation, or not yet.</summary>
    public const string UnknownOperation = "unknown-op";

    /// <summary>A bug of this program or of the library; no request deserves it.</summary>
    public const string Internal = "internal";
}
