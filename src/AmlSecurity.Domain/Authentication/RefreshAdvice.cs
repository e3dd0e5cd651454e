namespace AmlSecurity.Domain.Authentication;

/// <summary>Says what to do with a token.</summary>
/// <remarks>The default is <see cref="DoNotUse"/>.</remarks>
public enum RefreshAdvice
{
    /// <summary>Not valid yet, or no longer.</summary>
    DoNotUse,

    /// <summary>Use it, and get another.</summary>
    UseAndRefresh,

    /// <summary>Use it.</summary>
    Use,
}
