using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>What a search has found.</summary>
/// <param name="Broken">The rules that a course of events breaks; none if there is no such course.</param>
/// <param name="Course">That course.</param>
/// <param name="States">How many worlds were reached.</param>
/// <param name="MachineStates">How many states of the machine were reached.</param>
/// <param name="Transitions">How many moves were tried.</param>
/// <param name="Depth">How many events the longest course has.</param>
/// <param name="IsComplete">Whether nothing new can be reached by further events.</param>
/// <param name="Seen">Which events led to which verdicts.</param>
internal sealed record SearchReport(
    Rule Broken,
    IReadOnlyList<Move> Course,
    int States,
    int MachineStates,
    long Transitions,
    int Depth,
    bool IsComplete,
    IReadOnlySet<(KeyCacheEventKind Kind, KeyCacheVerdict Verdict)> Seen)
{
    public override string ToString() => Broken == Rule.None
        ? $"{States} states ({MachineStates} of the machine), {Transitions} transitions, depth {Depth}"
            + (IsComplete ? ", complete" : "")
        : string.Join('\n', Course.Select((move, index) => $"{index + 1,3}. {move}").Prepend($"broken: {Broken}"));
}
