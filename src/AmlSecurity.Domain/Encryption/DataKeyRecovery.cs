using System.Collections.Immutable;
using System.Security.Cryptography;
using AmlSecurity.Domain.Secrets;
using NodaTime;
using OneOf;

namespace AmlSecurity.Domain.Encryption;

/// <summary>Gets the data key back out of a header or key record.</summary>
internal static class DataKeyRecovery
{
    // More would let an attacker's header drive the vault.
    public const int MaximumUnwraps = 2;

    public static OneOf<DataKey, OpenRefusal> Recover(
        ReadOnlySpan<byte> headAndBlock,
        ImmutableArray<KeyStanza> stanzas,
        DataKeyId id,
        Instant createdAt,
        AllowedKeys allowed,
        IDataKeyUnwrapper unwrapper)
    {
        Span<byte> bytes = stackalloc byte[Cobblestone256.KeyLength];
        try
        {
            return Recover(headAndBlock, stanzas, id, createdAt, allowed, unwrapper, bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Takes over a data key that came from a vault.</summary>
    /// <returns>The key; null if it has another length or is the zero key, which everybody knows.</returns>
    public static DataKey? Accept(
        SecretBytes? bytes, DataKeyId id, Instant createdAt, DataKeyLimits? limits = null)
    {
        if (bytes is not { Length: Cobblestone256.KeyLength } || !bytes.TryLease(out var lease))
        {
            return null;
        }

        using (lease)
        {
            return lease.Bytes.ContainsAnyExcept((byte)0) ? new DataKey(lease.Bytes, id, createdAt, limits) : null;
        }
    }

    private static OneOf<DataKey, OpenRefusal> Recover(
        ReadOnlySpan<byte> headAndBlock,
        ImmutableArray<KeyStanza> stanzas,
        DataKeyId id,
        Instant createdAt,
        AllowedKeys allowed,
        IDataKeyUnwrapper unwrapper,
        Span<byte> bytes)
    {
        OpenRefusalKind? refusal = null;
        foreach (var stanza in stanzas.Where(allowed.Include).Take(MaximumUnwraps))
        {
            var outcome = unwrapper.Unwrap(stanza, bytes);

            // A port that forgets to fill the span leaves the zero key, which everybody knows.
            if (outcome == UnwrapOutcome.Unwrapped && bytes.ContainsAnyExcept((byte)0))
            {
                var key = new DataKey(bytes, id, createdAt);
                if (KeyBlock.Check(headAndBlock, key) is null)
                {
                    key.RememberVerified(headAndBlock);
                    return key;
                }

                key.Dispose();
            }

            // What a failed attempt left must not help the next one.
            CryptographicOperations.ZeroMemory(bytes);
            refusal = Weigh(refusal, outcome);
        }

        return new OpenRefusal(refusal ?? OpenRefusalKind.KeyNotAllowed);
    }

    // A key that unwraps to something unsound and a MAC that fails must look alike; only the vault's own words differ.
    private static OpenRefusalKind Weigh(OpenRefusalKind? before, UnwrapOutcome outcome) => (before, outcome) switch
    {
        (OpenRefusalKind.Authentication, _) => OpenRefusalKind.Authentication,
        (OpenRefusalKind.KeyUnavailable, UnwrapOutcome.Denied) => OpenRefusalKind.KeyUnavailable,
        (_, UnwrapOutcome.Denied) => OpenRefusalKind.KeyDenied,
        (_, UnwrapOutcome.Unreachable) => OpenRefusalKind.KeyUnavailable,
        _ => OpenRefusalKind.Authentication,
    };
}
