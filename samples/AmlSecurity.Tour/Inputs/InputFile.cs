using System.Collections.Immutable;

namespace AmlSecurity.Tour.Inputs;

/// <summary>What became of one file of the folder.</summary>
internal sealed record InputFile(
    string Name, InputKind Kind, int Elements, ImmutableArray<Remark> Faults, ImmutableArray<Remark> Notices);
