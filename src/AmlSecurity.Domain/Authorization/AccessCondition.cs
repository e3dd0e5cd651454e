namespace AmlSecurity.Domain.Authorization;

/// <summary>The condition on an assignment or on a block of permissions (attribute-based access control,
/// RBAC-04).</summary>
/// <remarks>
/// Kept, not evaluated: what stands under a condition does not grant yet, and what it denies it denies. Never blank: a
/// blank one in an export means that there is none. Equal by text and version; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public sealed record AccessCondition
{
    /// <summary>The longest text that Azure takes, in characters (8 KB).</summary>
    public const int MaximumLength = 8 * 1024;

    /// <summary>Creates a condition.</summary>
    /// <param name="text">The text.</param>
    /// <param name="version">The version of the language, such as <c>2.0</c>, or null if not stated.</param>
    /// <exception cref="ArgumentException">The text is blank.</exception>
    public AccessCondition(string text, string? version = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        Text = text;
        Version = version;
    }

    /// <summary>Gets the text exactly as written.</summary>
    public string Text { get; }

    /// <summary>Gets the version of the language, or null if not stated.</summary>
    public string? Version { get; }
}
