namespace AmlSecurity.Domain.Authorization;

/// <summary>The condition on an assignment or on a block of permissions (attribute-based access control,
/// RBAC-04).</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Version">The version of the language, such as <c>2.0</c>, or null if not stated.</param>
/// <remarks>
/// Kept, not evaluated: what stands under a condition does not grant yet, and what it denies it denies. Equal by text
/// and version; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record AccessCondition(string Text, string? Version = null)
{
    /// <summary>The longest text that Azure takes, in characters (8 KB).</summary>
    public const int MaximumLength = 8 * 1024;
}
