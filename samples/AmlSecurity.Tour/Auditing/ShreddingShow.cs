using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Secrets;
using NodaTime;

namespace AmlSecurity.Tour.Auditing;

/// <summary>The events of an activity log as records whose names are sealed, before and after the key is destroyed.</summary>
internal sealed class ShreddingShow
{
    private const string Subject = "subject-1";

    private readonly ImmutableArray<ReadOnlyMemory<byte>> _records;

    public ShreddingShow(ImmutableArray<ActivityLogEvent> activities)
    {
        var now = activities[^1].Time;
        var dataKey = DataKey.Generate(new SystemRandomSource(), now);
        var key = new SubjectKey(Subject, dataKey);
        var salts = SaltSource.OfSystem();
        var records = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        using var writer = new AuditWriter(AuditLog.Empty);
        foreach (var activity in activities)
        {
            writer.AppendClamped(Seal(activity.ToAuditEvent(), key, salts, now), now).Expect();
            records.Add(writer.Written.ToArray());
        }

        _records = records.ToImmutable();
        Checkpoint = writer.Log.ToCheckpoint(AuditShow.Origin);
        Before = Read(key);
        dataKey.Dispose();
        After = Read(key);
        Report = AuditVerifier.Verify(
            _records, new AuditEvidence { Checkpoints = [Checkpoint], DestroyedKeys = [Subject] });
    }

    public Checkpoint Checkpoint { get; }

    /// <summary>Gets the first name as a reader with the key sees it.</summary>
    public SlotReading? Before { get; }

    /// <summary>Gets the same when the key is destroyed.</summary>
    public SlotReading? After { get; }

    public AuditReport Report { get; }

    private static AuditEvent Seal(AuditEvent happened, SubjectKey key, SaltSource salts, Instant now)
    {
        if (happened.Actor is not AuditActor.Identified { Name: PersonalData.Plain name } actor)
        {
            return happened;
        }

        var box = key.Seal(name.Text, PlaceOf(happened.EventId), salts, now).AsT0;
        return new AuditEvent(
            happened.EventId,
            happened.OccurredAt,
            actor with { Name = box },
            happened.Operation,
            happened.Target,
            happened.Outcome,
            happened.Source);
    }

    private static SlotPlace PlaceOf(string eventId) => new(AuditShow.Origin, eventId, PersonalDataSlot.ActorName);

    private SlotReading? Read(SubjectKey key) => _records
        .Select(record => AuditRecord.Read(record.Span).Expect().Event)
        .Where(happened => happened.Actor is AuditActor.Identified { Name: not null })
        .Select(happened => new SlotReader([key]).Read(
            ((AuditActor.Identified)happened.Actor).Name!, PlaceOf(happened.EventId)))
        .FirstOrDefault();
}
