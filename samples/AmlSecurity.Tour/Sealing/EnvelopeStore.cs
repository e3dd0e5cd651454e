namespace AmlSecurity.Tour.Sealing;

/// <summary>Stands in for a blob store: gives ranges of an envelope and remembers which.</summary>
internal sealed class EnvelopeStore(ReadOnlyMemory<byte> envelope)
{
    private readonly List<Fetch> _fetches = [];

    public IReadOnlyList<Fetch> Fetches => _fetches;

    public bool Read(long offset, Span<byte> destination)
    {
        _fetches.Add(new Fetch(offset, destination.Length));
        return envelope.Span[(int)offset..][..destination.Length].TryCopyTo(destination);
    }
}
