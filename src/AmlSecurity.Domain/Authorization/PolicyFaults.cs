using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Everything that is wrong with the documents of a policy.</summary>
/// <remarks>Never empty. Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class PolicyFaults
{
    private PolicyFaults(ImmutableArray<PolicyFault> all) => All = all;

    /// <summary>Gets the faults, document by document, in the order of each document.</summary>
    public ImmutableArray<PolicyFault> All { get; }

    /// <summary>Returns the first fault and how many there are.</summary>
    /// <returns>One line for a person.</returns>
    public override string ToString() => All.Length == 1 ? $"{All[0]}" : $"{All[0]} (and {All.Length - 1} more)";

    internal sealed class Builder
    {
        private readonly ImmutableArray<PolicyFault>.Builder _all = ImmutableArray.CreateBuilder<PolicyFault>();

        public bool IsEmpty => _all.Count == 0;

        public ImmutableArray<T> Take<T>(PolicyDocument document, DocumentReading<T> reading)
        {
            _all.AddRange(reading.Faults.Select(fault => new PolicyFault(document, fault)));
            return reading.Values;
        }

        public PolicyFaults Finish() => new(_all.ToImmutable());
    }
}
