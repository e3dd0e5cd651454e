namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Demands that a choice of a caller is one that exists.</summary>
internal static class Choice
{
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static void Demand<T>(T value, string name)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw new ArgumentOutOfRangeException(name);
        }
    }
}
