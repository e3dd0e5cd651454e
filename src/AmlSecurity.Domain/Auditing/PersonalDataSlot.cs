namespace AmlSecurity.Domain.Auditing;

/// <summary>Lists the places of a record that may tell who somebody is.</summary>
/// <remarks>The default is the name of the actor.</remarks>
public enum PersonalDataSlot
{
    /// <summary>The name of the actor, such as a UPN: <c>actor.name</c>.</summary>
    ActorName,

    /// <summary>The address from which it was done: <c>authentication.origin</c>.</summary>
    Origin,

    /// <summary>The program that was used: <c>authentication.userAgent</c>.</summary>
    UserAgent,

    /// <summary>The URL that was called: <c>scoring.requestUrl</c>.</summary>
    RequestUrl,

    /// <summary>The program that called a web service: <c>scoring.userAgent</c>.</summary>
    ScoringUserAgent,
}
