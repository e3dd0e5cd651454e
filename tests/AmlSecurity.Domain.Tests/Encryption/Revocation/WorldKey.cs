namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Packs a normal world into a number, so that many are remembered.</summary>
internal static class WorldKey
{
    /// <summary>Gets a number that no other world has.</summary>
    public static ulong Of(in World world)
    {
        var key = (ulong)world.Machine.Id;
        key = (key << 17) | (world.Asked is { } asked
            ? Of(asked.Sent) << 2 | (asked.MaySucceed ? 2u : 0u) | (uint)asked.Version
            : (1u << 17) - 1);
        key = (key << 17) | (world.Proof is { } proof
            ? Of(proof.Sent) << 2 | (proof.HasExpired ? 2u : 0u) | (uint)proof.Version
            : (1u << 17) - 1);
        key = (key << 4) | (uint)(world.DisabledFor + 1 ?? 0);
        return (key << 3) | ((uint)world.Lost << 1) | (world.IsHeld ? 1u : 0u);
    }

    // A wall clock that is set back may show less than at the time of sending.
    private static uint Of(Age age) => ((uint)age.True << 10) | ((uint)(age.Wall + 8) << 5) | (uint)age.Monotonic;
}
