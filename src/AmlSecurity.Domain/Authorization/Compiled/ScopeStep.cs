namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A scope on the way up, with what every holder is asked about it.</summary>
/// <remarks>Worked out once, as a decision asks each holder about each step. Immutable.</remarks>
internal readonly record struct ScopeStep
{
    // The multiplier of Fibonacci hashing: consecutive numbers end up far apart.
    private const uint Multiplier = 2_654_435_769;

    public ScopeStep(int number)
    {
        Number = number;
        Mix = (uint)number * Multiplier;
        // Stryker disable once bitwise: any mask is right, and these two bits are few and far between.
        Mask = (1UL << (int)(Mix >> 24)) | (1UL << (int)(Mix >> 18));
    }

    /// <summary>Gets the number of the scope.</summary>
    public int Number { get; }

    /// <summary>Gets the number, mixed. Its upper bits choose a slot among those of a holder.</summary>
    public uint Mix { get; }

    /// <summary>Gets the bits that a holder of something on the scope has set in the word of the scope.</summary>
    public ulong Mask { get; }
}
