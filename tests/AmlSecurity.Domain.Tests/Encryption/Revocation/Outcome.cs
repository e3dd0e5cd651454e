using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>What a move leads to.</summary>
/// <param name="Next">The next state of the machine.</param>
/// <param name="Step">The machine's answer, if it was asked.</param>
/// <param name="Broken">The rules that this answer breaks, whatever is true of the vault.</param>
internal sealed record Outcome(MachineNode Next, KeyCacheStep Step = default, Rule Broken = Rule.None)
{
    /// <summary>Gets what the step means for whoever asked.</summary>
    public KeyCacheVerdict Verdict { get; } = Step.Verdict;

    /// <summary>Gets whether a question is sent.</summary>
    public bool Sends { get; } = Step.Sends;

    /// <summary>Gets whether the key is to be erased.</summary>
    public bool Zeroes { get; } = Step.Zeroes;

    /// <summary>Gets the version that is granted afterwards.</summary>
    public int? Granted { get; } = Step.Next?.Grant?.Version;

    /// <summary>Gets the version that is asked for afterwards.</summary>
    public int? Asked { get; } = Step.Next?.Flight?.Version;
}
