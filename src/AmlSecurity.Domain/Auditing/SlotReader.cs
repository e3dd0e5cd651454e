using System.Collections.Frozen;
using System.Collections.Immutable;
using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Reads slots with the keys that a reader has.</summary>
/// <remarks>Reference equality; no order. Safe for concurrent use.</remarks>
public sealed class SlotReader
{
    private readonly FrozenDictionary<string, SubjectKey> _keys;
    private readonly ImmutableHashSet<string> _destroyed;

    /// <summary>Creates a reader.</summary>
    /// <param name="keys">The keys of persons, each under a name of its own.</param>
    /// <param name="destroyed">The names of keys that were destroyed; none if null.</param>
    /// <exception cref="ArgumentException">A key is null, or two have one name.</exception>
    public SlotReader(IEnumerable<SubjectKey> keys, ImmutableHashSet<string>? destroyed = null)
    {
        _keys = Elements.Of(keys, nameof(keys)).ToFrozenDictionary(key => key.Name, StringComparer.Ordinal);
        _destroyed = destroyed ?? [];
    }

    /// <summary>Reads a slot.</summary>
    /// <param name="data">What stands in it.</param>
    /// <param name="place">Where it stands.</param>
    /// <returns>The text, a pseudonym, or why there is none.</returns>
    public SlotReading Read(PersonalData data, SlotPlace place) => data switch
    {
        PersonalData.Plain plain => new SlotReading.Readable(plain.Text),
        PersonalData.Pseudonym pseudonym => new SlotReading.Pseudonymous(pseudonym),
        PersonalData.Sealed box => Open(box, place),
        _ => throw new ArgumentNullException(nameof(data)),
    };

    private SlotReading Open(PersonalData.Sealed box, SlotPlace place)
    {
        if (_destroyed.Contains(box.Subject))
        {
            return new SlotReading.Shredded(box.Subject);
        }

        if (!_keys.TryGetValue(box.Subject, out var key))
        {
            return new SlotReading.Closed(new OpenRefusal(OpenRefusalKind.KeyNotAllowed));
        }

        return key.Open(box, place).Match<SlotReading>(
            text => new SlotReading.Readable(text),
            refusal => refusal.Kind == OpenRefusalKind.KeyErased
                ? new SlotReading.Shredded(box.Subject)
                : new SlotReading.Closed(refusal));
    }
}
