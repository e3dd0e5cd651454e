using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Authentication</c>, and those on claims.</summary>
internal static class AuthenticationOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("claims.judge", JudgeClaims),
        new("webService.replay", ReplayWebService),
        new("serviceToken.check", ServiceTokenOperations.Check),
    ];

    /// <summary>Gets a time, or null if it is absent.</summary>
    public static Instant? OptionalTimeOf(Arguments request, string name)
    {
        if (request.OptionalText(name) is not { } text)
        {
            return null;
        }

        return InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var time }
            ? time
            : throw request.Malformed(name, text, "it is no ISO 8601 time in UTC");
    }

    private static JsonObject JudgeClaims(Arguments request)
    {
        if (!TokenClaims.Read(request.Document("claims")).TryPickT0(out var claims, out var fault))
        {
            throw OperationException.Malformed($"`claims` {fault}");
        }

        var ruleSet = request.OptionalText("ruleSet");
        var rules = ruleSet is null ? RuleSet.Current
            : RuleSet.Read(ruleSet).TryPickT0(out var read, out var wrong) ? read
            : throw request.Malformed("ruleSet", ruleSet, wrong);
        var judgement = claims.Judge(rules);
        var now = OptionalTimeOf(request, "now");
        var answer = new JsonObject
        {
            ["membership"] = judgement.Membership switch
            {
                Membership.Member => "member",
                Membership.Guest => "guest",
                _ => "undetermined",
            },
            ["mfa"] = claims.Mfa switch
            {
                MfaStatus.Satisfied => "satisfied",
                MfaStatus.NotSatisfied => "notSatisfied",
                _ => "notStated",
            },
            ["kind"] = claims.Kind switch
            {
                PrincipalKind.ManagedIdentity => "managedIdentity",
                PrincipalKind.ServicePrincipal => "servicePrincipal",
                _ => "user",
            },
            ["issuerIsTenants"] = claims.IsIssuedByItsTenant,
            ["forResourceManager"] = claims.IsForResourceManager,
        };
        return answer
            .WithOptional("evidence", (judgement.Membership as Membership.Guest)?.Evidence.ToString())
            .WithOptional("refused", (judgement.Refusal ?? OutOfTime(judgement, now))?.Text);
    }

    // Claims without an end, which tokens always have, are judged apart from time.
    private static RuleId? OutOfTime(ClaimsJudgement judgement, Instant? now) =>
        judgement.Claims.Expires is not null && now is { } time && !judgement.IsWithinItsTimeAt(time)
            ? Domain.Authentication.AuthenticationRules.PresentToken
            : null;

    private static JsonObject ReplayWebService(Arguments request)
    {
        var replay = WebServiceReplay.Of(request);
        ImmutableArray<Arguments> events = request.Objects("events");
        return new JsonObject { ["steps"] = new JsonArray([.. events.Select(replay.Apply)]) };
    }
}
