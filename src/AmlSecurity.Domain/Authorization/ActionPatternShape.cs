namespace AmlSecurity.Domain.Authorization;

/// <summary>Lists the five shapes that all 11,066 entries of the 928 built-in roles have, and the sixth that means
/// nothing.</summary>
public enum ActionPatternShape
{
    /// <summary>Malformed: matches nothing.</summary>
    Unmatchable,

    /// <summary>One operation: <c>P/S</c>.</summary>
    Exact,

    /// <summary>Everything below: <c>P/*</c>.</summary>
    Prefix,

    /// <summary>Everything between: <c>P/*/S</c>.</summary>
    Infix,

    /// <summary>Everything before: <c>*/S</c>.</summary>
    Suffix,

    /// <summary>Every operation of the plane: <c>*</c>.</summary>
    Everything,
}
