namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Lists what must hold in every course of events.</summary>
[Flags]
internal enum Rule
{
    None = 0,

    /// <summary>No operation under a version is admitted when it has been disabled for the window or longer.</summary>
    Law = 1 << 0,

    /// <summary>Every admission rests on a success of its version.</summary>
    Proof = 1 << 1,

    /// <summary>Every admission is within one life, by both clocks, of when that question was sent.</summary>
    Life = 1 << 2,

    /// <summary>What was seen to expire admits nothing any more.</summary>
    Memory = 1 << 3,

    /// <summary>A denial, or an unsound answer, ends the grant of its version at once.</summary>
    Denial = 1 << 4,

    /// <summary>A revocation ends the grant and the question of its version at once, and no other grant.</summary>
    Revocation = 1 << 5,

    /// <summary>An eviction leaves nothing.</summary>
    Eviction = 1 << 6,

    /// <summary>A late answer changes nothing.</summary>
    Lateness = 1 << 7,

    /// <summary>One question is under way: another is sent only when it is answered, too old or revoked.</summary>
    OneQuestion = 1 << 8,

    /// <summary>A key is in memory exactly as long as there is a grant, and is erased once.</summary>
    Erasure = 1 << 9,

    /// <summary>The host is told to come back exactly as long as there is a grant, and not after its end.</summary>
    Waking = 1 << 10,

    /// <summary>If a version is enabled and the vault answers, a demand is admitted within a bounded time.</summary>
    Recovery = 1 << 11,

    /// <summary>If the vault answers at once, a key that is used every tick is never waited for again.</summary>
    Continuity = 1 << 12,

    All = (1 << 13) - 1,
}
