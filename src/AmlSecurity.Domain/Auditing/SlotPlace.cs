using AmlSecurity.Domain.Encryption;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Where a slot stands: what is sealed for one place opens at no other.</summary>
/// <param name="Log">The origin of the log.</param>
/// <param name="EventId">The event that the record tells.</param>
/// <param name="Slot">Which slot of the record.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record SlotPlace(string Log, string EventId, PersonalDataSlot Slot)
{
    /// <summary>Gets the path of the slot in a record.</summary>
    public string Path => Slot switch
    {
        PersonalDataSlot.Origin => "authentication.origin",
        PersonalDataSlot.UserAgent => "authentication.userAgent",
        PersonalDataSlot.RequestUrl => "scoring.requestUrl",
        PersonalDataSlot.ScoringUserAgent => "scoring.userAgent",
        _ => "actor.name",
    };

    /// <summary>Makes the context that a slot is sealed under.</summary>
    /// <param name="subject">The name of the key of the person; never who it is.</param>
    /// <returns>The context, or null if a part of it is not Unicode or too long.</returns>
    internal EncryptionContext? ContextOf(string subject)
    {
        KeyValuePair<string, string>[] pairs =
            [new("x-log", Log), new("x-event", EventId), new("x-slot", Path), new("x-subject", subject)];
        return EncryptionContext.Create(pairs).TryPickT0(out var context, out _) ? context : null;
    }
}
