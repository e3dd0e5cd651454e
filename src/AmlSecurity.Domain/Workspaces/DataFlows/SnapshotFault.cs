namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>Says why a listing is not a snapshot, and at which entry.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Entry">At which entry, as its zero-based place in the listing; 0 if the listing as a whole is.</param>
/// <remarks>Equal by both; no order. The default is an empty listing. Holds no path, so it may be logged. Safe for
/// concurrent use.</remarks>
public readonly record struct SnapshotFault(SnapshotFaultKind Kind, int Entry)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => $"it is {Plaintext.Words(Kind)} (at entry {Entry})";
}
