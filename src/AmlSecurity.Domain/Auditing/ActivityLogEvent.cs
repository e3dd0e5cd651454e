using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Auditing;

/// <summary>One event of Azure's activity log (MON-02), in either of its shapes.</summary>
/// <remarks>
/// <see cref="Members"/> hold all that the source says, in its order and its words; every other property reads from
/// them, and is null where they say nothing or an empty text. Equal by shape and members; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
public sealed record ActivityLogEvent
{
    /// <summary>The object id in an audit event of a caller of whom only a name is known.</summary>
    public const string UnknownObjectId = "notStated";

    internal ActivityLogEvent(ActivityLogShape shape, ImmutableArray<ActivityLogMember> members, Instant time)
    {
        var fields = new ActivityLogFields(members);
        Shape = shape;
        Members = members;
        Time = time;
        SubmissionTime = ActivityLogTime.Read(fields.Text("submissionTimestamp"), out _);
        Id = fields.Text("id");
        EventDataId = fields.Text("eventDataId") ?? ActivityLogReader.EventDataIdIn(Id);
        EventName = fields.Name("eventName");
        OperationName = fields.Name("operationName")!;
        OperationId = fields.Text("operationId");
        CorrelationId = fields.Text("correlationId");
        Category = fields.Name("category");
        Level = fields.Text("level");
        Channels = fields.Text("channels");
        Description = fields.Text("description") ?? fields.Text("resultDescription");
        Status = fields.Name("status") ?? fields.Name("resultType");
        SubStatus = fields.Name("subStatus") ?? fields.Name("resultSignature");
        Progress = ActivityLogOutcome.ProgressOf(this);
        FailureCode = Progress == ActivityLogProgress.Failed ? ActivityLogOutcome.CodeOf(this, fields) : null;
        ResourceId = fields.Text("resourceId");
        ResourceType = fields.Name("resourceType");
        ResourceProviderName = fields.Name("resourceProviderName");
        ResourceGroupName = fields.Text("resourceGroupName");
        SubscriptionId = fields.Text("subscriptionId");
        TenantId = fields.Text("tenantId");
        Location = fields.Text("location");
        Caller = fields.Text("caller");
        ClientIpAddress = fields.Text("httpRequest", "clientIpAddress") ?? fields.Text("callerIpAddress");
        ClientRequestId = fields.Text("httpRequest", "clientRequestId");
        HttpMethod = fields.Text("httpRequest", "method");
        Authorization = ActivityLogIdentity.AuthorizationIn(fields);
        Claims = ActivityLogIdentity.ClaimsIn(fields, out var areUnreadable);
        AreClaimsUnreadable = areUnreadable;
    }

    /// <summary>Gets in which shape it is.</summary>
    public ActivityLogShape Shape { get; }

    /// <summary>Gets all that the source says.</summary>
    public ImmutableArray<ActivityLogMember> Members { get; }

    /// <summary>Gets when it happened.</summary>
    public Instant Time { get; }

    /// <summary>Gets when it could be asked for.</summary>
    public Instant? SubmissionTime { get; }

    /// <summary>Gets the path of the event, which ends in its number and its time.</summary>
    public string? Id { get; }

    /// <summary>Gets the number of the event.</summary>
    public string? EventDataId { get; }

    /// <summary>Gets what the event tells of, such as <c>EndRequest</c>.</summary>
    public ActivityLogName? EventName { get; }

    /// <summary>Gets the operation, in the case in which it is written.</summary>
    public ActivityLogName OperationName { get; }

    /// <summary>Gets what joins the events of one operation.</summary>
    public string? OperationId { get; }

    /// <summary>Gets what joins the events of one request.</summary>
    public string? CorrelationId { get; }

    /// <summary>Gets the category, mostly <c>Administrative</c>.</summary>
    public ActivityLogName? Category { get; }

    /// <summary>Gets how severe it is, in the words of the source.</summary>
    public string? Level { get; }

    /// <summary>Gets for whom it is: <c>Admin</c> or <c>Operation</c>.</summary>
    public string? Channels { get; }

    /// <summary>Gets a sentence for people.</summary>
    public string? Description { get; }

    /// <summary>Gets how far the operation is, in the words of the source.</summary>
    public ActivityLogName? Status { get; }

    /// <summary>Gets more on that, often a phrase or a number of HTTP.</summary>
    public ActivityLogName? SubStatus { get; }

    /// <summary>Gets how far the operation is.</summary>
    public ActivityLogProgress Progress { get; }

    /// <summary>Gets the code of the failure, such as <c>AuthorizationFailed</c>; null if it is none.</summary>
    public string? FailureCode { get; }

    /// <summary>Gets the resource, in the case in which it is written.</summary>
    public string? ResourceId { get; }

    /// <summary>Gets the type of the resource.</summary>
    public ActivityLogName? ResourceType { get; }

    /// <summary>Gets the provider of the resource.</summary>
    public ActivityLogName? ResourceProviderName { get; }

    /// <summary>Gets the resource group of the resource.</summary>
    public string? ResourceGroupName { get; }

    /// <summary>Gets the subscription of the resource.</summary>
    public string? SubscriptionId { get; }

    /// <summary>Gets the directory.</summary>
    public string? TenantId { get; }

    /// <summary>Gets the region.</summary>
    public string? Location { get; }

    /// <summary>Gets who asked: a UPN, an address, an id or the name of a service.</summary>
    public string? Caller { get; }

    /// <summary>Gets the address from which it was asked.</summary>
    public string? ClientIpAddress { get; }

    /// <summary>Gets the number that the client gave to its request.</summary>
    public string? ClientRequestId { get; }

    /// <summary>Gets the method of the request.</summary>
    public string? HttpMethod { get; }

    /// <summary>Gets what was checked; null if the source says nothing of it.</summary>
    public ActivityLogAuthorization? Authorization { get; }

    /// <summary>Gets the claims of the caller; a claim with several values comes several times.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Claims { get; }

    /// <summary>Gets a value indicating whether there are claims that are not JSON.</summary>
    public bool AreClaimsUnreadable { get; }

    /// <summary>Gets the members that no property reads, such as <c>relatedEvents</c>.</summary>
    public ImmutableArray<ActivityLogMember> OtherMembers =>
        [.. Members.Where(member => !ActivityLogReader.IsKnown(member.Name))];

    /// <summary>Tells the same in a shape, without loss: what has no place in that shape keeps its own name.</summary>
    /// <param name="shape">The shape.</param>
    /// <returns>The event in that shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shape.</exception>
    public ActivityLogEvent As(ActivityLogShape shape)
    {
        if (!Enum.IsDefined(shape))
        {
            throw new ArgumentOutOfRangeException(nameof(shape));
        }

        return shape == Shape ? this : new ActivityLogEvent(shape, ActivityLogConversion.Convert(Members, shape), Time);
    }

    /// <summary>Writes the event as JSON, in its own shape.</summary>
    /// <param name="json">The writer. It is not flushed.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        foreach (var member in Members)
        {
            json.WritePropertyName(member.Name);
            json.WriteRawValue(member.Json, skipInputValidation: true);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the event as JSON.</summary>
    /// <param name="json">The writer. It is not flushed.</param>
    /// <param name="shape">The shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such shape.</exception>
    public void WriteTo(Utf8JsonWriter json, ActivityLogShape shape) => As(shape).WriteTo(json);

    /// <summary>Tells the event in the form of a log of one's own, with the source <c>activityLog</c>.</summary>
    /// <param name="find">Finds the object id of a caller of whom only a name is known; null to look nowhere.</param>
    /// <returns>The event.</returns>
    /// <remarks>
    /// Whoever is named only by a name has the object id <see cref="UnknownObjectId"/>, so that the name stands in a
    /// slot and nowhere else. An event that does not say how far the operation is counts as a start.
    /// </remarks>
    public AuditEvent ToAuditEvent(Func<string, PrincipalId?>? find = null) => ActivityLogAudit.Of(this, find);

    /// <summary>Determines whether two events say the same in the same shape, order and words.</summary>
    /// <param name="other">The other event.</param>
    /// <returns><see langword="true"/> if they do.</returns>
    public bool Equals(ActivityLogEvent? other) =>
        other is not null && Shape == other.Shape && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Shape, Members.Length, Time, CorrelationId);
}
