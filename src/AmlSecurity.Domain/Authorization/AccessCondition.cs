using AmlSecurity.Domain.Authorization.Conditions;
using OneOf;

namespace AmlSecurity.Domain.Authorization;

/// <summary>The condition on an assignment or on a block of permissions (attribute-based access control,
/// RBAC-04).</summary>
/// <remarks>
/// Read once, when it is made. One that cannot be read is kept and never grants. Never blank: a blank one in an export
/// means that there is none. Equal by text and version; no order. Immutable, hence safe for concurrent use.
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
        Reading = Condition.Read(text);
    }

    /// <summary>Gets the text exactly as written.</summary>
    public string Text { get; }

    /// <summary>Gets the version of the language, or null if not stated.</summary>
    /// <remarks>It decides nothing: built-in roles state 1.0 and 2.0 over the same language.</remarks>
    public string? Version { get; }

    /// <summary>Gets what the text says, or why it cannot be read.</summary>
    public OneOf<Condition, TextFault<ConditionFault>> Reading { get; }

    /// <summary>Determines whether two conditions have the same text and version.</summary>
    /// <param name="other">The other condition.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(AccessCondition? other) => other is not null && Text == other.Text && Version == other.Version;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, Version);

    /// <summary>Returns the text exactly as written.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
