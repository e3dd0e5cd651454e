using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What a reader gets of a slot.</summary>
/// <remarks>The cases are nested; no other can be added. Equal by case and members; no order. Immutable, hence safe for
/// concurrent use.</remarks>
public abstract record SlotReading
{
    private SlotReading()
    {
    }

    /// <summary>The text.</summary>
    /// <param name="Text">The text itself.</param>
    public sealed record Readable(string Text) : SlotReading;

    /// <summary>A pseudonym, which tells only whether two are the same.</summary>
    /// <param name="Pseudonym">The pseudonym itself.</param>
    public sealed record Pseudonymous(PersonalData.Pseudonym Pseudonym) : SlotReading;

    /// <summary>Nothing any more: the key of the person was destroyed.</summary>
    /// <param name="Subject">The name of the key.</param>
    public sealed record Shredded(string Subject) : SlotReading;

    /// <summary>Nothing, for whoever has not the key, or because the bytes are not what was sealed here.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Closed(OpenRefusal Reason) : SlotReading;
}
