namespace AmlSecurity.Domain.Authorization;

/// <summary>Says what the matrix of operations and roles answers (DEC-01).</summary>
/// <remarks>The default is <see cref="NotStated"/>: the matrix lists only the main operations.</remarks>
public enum MatrixAnswer
{
    /// <summary>The matrix does not list the operation. That is not a denial.</summary>
    NotStated,

    /// <summary>The role does not allow it.</summary>
    Denied,

    /// <summary>The role allows it.</summary>
    Allowed,
}
