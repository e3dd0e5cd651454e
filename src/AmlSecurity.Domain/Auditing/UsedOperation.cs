using AmlSecurity.Domain.Authorization;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>What one operation tells of the use of an action.</summary>
internal sealed record UsedOperation(
    AuditActor.Identified? Principal,
    ActionName? Action,
    string Scope,
    AuditOutcome Outcome,
    Instant First,
    Instant Last)
{
    /// <summary>Gets what tells principals apart: the object id, else the name.</summary>
    public string PrincipalKey => CaseFolding.Fold(
        Principal is { Id: ActivityLogEvent.UnknownObjectId, Name: PersonalData.Plain name }
            ? $"name:{name.Text}"
            : $"id:{Principal?.Id}");

    public static UsedOperation Of(ActivityLogOperation operation)
    {
        // A start may leave out what an end says, and the other way round.
        var events = operation.Starts.Concat(operation.Between).Concat(operation.Ends).ToList();
        var action = events.Select(one => one.Authorization?.Action).FirstOrDefault(text => text is not null);
        return new UsedOperation(
            events.Select(one => new ActivityLogCaller(one).Actor(find: null))
                .OfType<AuditActor.Identified>()
                .FirstOrDefault(),
            ActionName.Read(action ?? operation.Name, Strictness.Lenient).TryPickT0(out var name, out _) ? name : null,
            events.Select(one => one.Authorization?.Scope).FirstOrDefault(text => text is not null) ?? operation.Target,
            operation.Outcome,
            events.Min(one => one.Time),
            events.Max(one => one.Time));
    }
}
