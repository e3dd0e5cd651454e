using System.Runtime.CompilerServices;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Says of most scopes on which nothing is held that nothing is.</summary>
/// <remarks>
/// A Bloom filter of two bits in one of four words. With 25 scopes it errs in about one of 25 cases, and then the slots
/// are looked at in vain.
/// </remarks>
[InlineArray(4)]
internal struct ScopeFilter
{
    private ulong _first;

    public readonly bool MayHold(in ScopeStep step) => (this[(int)(step.Mix >> 30)] & step.Mask) == step.Mask;

    public void Add(in ScopeStep step) => this[(int)(step.Mix >> 30)] |= step.Mask;
}
