using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "MON-02")]
public sealed class ActivityLogEventTests
{
    private const string Oid = "http://schemas.microsoft.com/identity/claims/objectidentifier";
    private const string Amr = "http://schemas.microsoft.com/claims/authnmethodsreferences";

    [Fact]
    public void An_event_shows_all_that_it_says()
    {
        var given = ActivityLogLab.One(ActivityLogLab.Rest);

        Assert.Equal(new ActivityLogName("Administrative", "Verwaltung"), given.Category);
        Assert.Equal(("c-1", "o-1", "e-1"), (given.CorrelationId, given.OperationId, given.EventDataId));
        Assert.Equal(("192.0.2.10", "r-1", "PUT"), (given.ClientIpAddress, given.ClientRequestId, given.HttpMethod));
        Assert.Equal(("Owner", ActivityLogLab.Workspace), (given.Authorization!.Role, given.Authorization.Scope));
        Assert.Equal("user_impersonation", given.Claims.Single(claim => claim.Key.EndsWith("scope", StringComparison.Ordinal)).Value);
        Assert.Null(given.Description);
        Assert.Equal(new ActivityLogMember("relatedEvents", "[]"), Assert.Single(given.OtherMembers));
    }

    [Theory]
    [InlineData(ActivityLogLab.Rest)]
    [InlineData(ActivityLogLab.Stored)]
    [InlineData("""{"time":"2020-03-13T10:00:00Z","operationName":{"value":"a/b","localizedValue":"B"},"resultType":"Success","status":{"value":"Succeeded","localizedValue":"Succeeded"},"identity":null,"claims":null}""")]
    [InlineData("""{"time":null,"eventTimestamp":"2020-03-13T10:00:00Z","operationName":"a/b","httpRequest":"x","callerIpAddress":"1","resultType":"S","status":{"value":"S","localizedValue":"T"}}""")]
    [InlineData("""{"eventTimestamp":"2020-03-13T10:00:00Z","time":"2021-03-13T10:00:00Z","operationName":"a/b","identity":{"claims":{"oid":"x"},"other":1},"claims":{"oid":"y"}}""")]
    public void Either_shape_tells_the_same_and_comes_back(string json)
    {
        var given = ActivityLogLab.One(json);
        var other = given.As(1 - given.Shape);
        var back = other.As(given.Shape);

        Assert.NotEqual(given.Shape, other.Shape);
        Assert.Equal(given.ToAuditEvent(), other.ToAuditEvent());
        Assert.Equal(given.ToAuditEvent(), back.ToAuditEvent());
        Assert.Equal((given.Time, given.Status?.Value, given.OperationName.Value), (other.Time, other.Status?.Value, other.OperationName.Value));
        Assert.Subset(
            ActivityLogLab.Leaves(JsonElement.Parse(ActivityLogLab.Write(back, given.Shape))).ToHashSet(),
            ActivityLogLab.Leaves(JsonElement.Parse(ActivityLogLab.Write(given, given.Shape))).ToHashSet());
        Assert.Equal(other, ActivityLogLab.One(ActivityLogLab.Write(given, other.Shape)));
    }

    [Fact]
    public void The_other_shape_has_its_own_names()
    {
        var stored = JsonElement.Parse(ActivityLogLab.Write(ActivityLogLab.One(ActivityLogLab.Rest), ActivityLogShape.DiagnosticSettings));
        var rest = JsonElement.Parse(ActivityLogLab.Write(ActivityLogLab.One(ActivityLogLab.Stored), ActivityLogShape.Rest));

        Assert.Equal("Succeeded", stored.GetProperty("resultType").GetString());
        Assert.Equal("Erfolgreich", stored.GetProperty("status").GetProperty("localizedValue").GetString());
        Assert.Equal("Created", stored.GetProperty("resultSignature").GetString());
        Assert.Equal("192.0.2.10", stored.GetProperty("callerIpAddress").GetString());
        Assert.Equal("Owner", stored.GetProperty("identity").GetProperty("authorization").GetProperty("role").GetString());
        Assert.Equal("Success", rest.GetProperty("status").GetProperty("value").GetString());
        Assert.Equal("192.0.2.10", rest.GetProperty("httpRequest").GetProperty("clientIpAddress").GetString());
        Assert.Equal(2, rest.GetProperty("claims").GetProperty("groups").GetArrayLength());
        Assert.False(rest.TryGetProperty("identity", out _));
    }

    [Fact]
    public void An_audit_event_has_operation_target_origin_and_ids()
    {
        var told = ActivityLogLab.One(ActivityLogLab.Rest).ToAuditEvent();

        Assert.Equal(("e-1", "activityLog", ActivityLogLab.Workspace), (told.EventId, told.Source, told.Target));
        Assert.Equal("Microsoft.MachineLearningServices/workspaces/write", told.Operation);
        Assert.Equal(("c-1", "o-1"), (told.CorrelationId, told.OperationId));
        Assert.Equal(new PersonalData.Plain("192.0.2.10"), told.Authentication!.Origin);
        Assert.Equal("pwd mfa", string.Join(' ', told.Authentication.Methods));
        Assert.Equal(
            new AuditActor.Identified(AuditActorKind.User, ActivityLogLab.Alice)
            {
                Name = new PersonalData.Plain("alice@contoso.com"),
            },
            told.Actor);
    }

    [Theory]
    [InlineData($$$$$"""{"claims":{"{{{{{Oid}}}}}":"{{{{{ActivityLogLab.Alice}}}}}","idp":"live.com","scp":"user"}}""", AuditActorKind.Guest)]
    [InlineData($$$$$"""{"claims":{"{{{{{Oid}}}}}":"{{{{{ActivityLogLab.Alice}}}}}","idtyp":"app"}}""", AuditActorKind.ServicePrincipal)]
    [InlineData($$$$$"""{"claims":{"{{{{{Oid}}}}}":"{{{{{ActivityLogLab.Alice}}}}}","xms_mirid":"/subscriptions/1"}}""", AuditActorKind.ManagedIdentity)]
    [InlineData($$$$$"""{"claims":{"{{{{{Oid}}}}}":"{{{{{ActivityLogLab.Alice}}}}}"}}""", AuditActorKind.Other)]
    [InlineData($$$$$"""{"claims":"{\"{{{{{Oid}}}}}\":\"{{{{{ActivityLogLab.Alice}}}}}\",\"scp\":\"user\"}"}""", AuditActorKind.User)]
    [InlineData($$$$$"""{"claims":{"{{{{{Oid}}}}}":"{{{{{ActivityLogLab.Alice}}}}}","acct":"seven"},"caller":"a@b.c"}""", AuditActorKind.User)]
    [InlineData($$$$$"""{"caller":"{{{{{ActivityLogLab.Alice}}}}}"}""", AuditActorKind.ServicePrincipal)]
    [InlineData($$$$$"""{"identity":{"authorization":{"evidence":{"principalId":"aaaaaaaa000000000000000000000001","principalType":"ServicePrincipal"}}}}""", AuditActorKind.ServicePrincipal)]
    public void A_caller_is_named_with_what_it_is(string members, AuditActorKind kind)
    {
        var actor = Assert.IsType<AuditActor.Identified>(With(members).ToAuditEvent().Actor);

        Assert.Equal((kind, ActivityLogLab.Alice), (actor.Kind, actor.Id));
    }

    [Theory]
    [InlineData("{}", UnattributedReason.NotNamed)]
    [InlineData("""{"caller":null,"claims":null}""", UnattributedReason.NotNamed)]
    [InlineData("""{"claims":{"appid":"04b07795-8ddb-461a-bbee-02f9e1bf7b46"}}""", UnattributedReason.NotNamed)]
    [InlineData("""{"claims":"{\"oid\":"}""", UnattributedReason.Unreadable)]
    [InlineData("""{"identity":{"authorization":{"evidence":{"principalId":"aaaaaaaa000000000000000000000001","principalType":"Group"}}}}""", UnattributedReason.NotNamed)]
    public void Nobody_is_made_up(string members, UnattributedReason why) =>
        Assert.Equal(new AuditActor.Unattributed(why), With(members).ToAuditEvent().Actor);

    [Fact]
    public void A_name_stands_in_its_slot_only_and_the_host_may_know_its_id()
    {
        var given = With("""{"caller":"bob_home.com#EXT#@contoso.com"}""");
        var named = Assert.IsType<AuditActor.Identified>(given.ToAuditEvent().Actor);
        var found = given.ToAuditEvent(_ => PrincipalId.Read(ActivityLogLab.Alice).Expect());

        Assert.Equal((AuditActorKind.Guest, ActivityLogEvent.UnknownObjectId), (named.Kind, named.Id));
        Assert.Equal(new PersonalData.Plain("bob_home.com#EXT#@contoso.com"), named.Name);
        Assert.Equal(ActivityLogLab.Alice, Assert.IsType<AuditActor.Identified>(found.Actor).Id);
    }

    [Theory]
    [InlineData($$$$$"""{"claims":{"{{{{{Amr}}}}}":"rsa,mfa"}}""", MfaStatus.Satisfied)]
    [InlineData($$$$$"""{"claims":{"{{{{{Amr}}}}}":["pwd","mfa"]}}""", MfaStatus.Satisfied)]
    [InlineData($$$$$"""{"claims":{"{{{{{Amr}}}}}":"pwd"}}""", MfaStatus.NotSatisfied)]
    [InlineData("""{"claims":{"ver":"1.0","appid":"a"}}""", MfaStatus.NotStated)]
    public void More_than_one_factor_is_shown_denied_or_not_stated(string members, MfaStatus mfa) =>
        Assert.Equal(mfa, With(members).ToAuditEvent().Authentication!.Mfa);

    [Theory]
    [InlineData("""{"status":{"value":"Started"}}""", ActivityLogProgress.Started, null)]
    [InlineData("""{"resultType":"Start"}""", ActivityLogProgress.Started, null)]
    [InlineData("""{"eventName":{"value":"BeginRequest"}}""", ActivityLogProgress.Started, null)]
    [InlineData("""{"status":"Accepted"}""", ActivityLogProgress.InProgress, null)]
    [InlineData("""{"resultType":"Success"}""", ActivityLogProgress.Succeeded, null)]
    [InlineData("""{"resultType":"SUCCEEDED"}""", ActivityLogProgress.Succeeded, null)]
    [InlineData("""{"resultSignature":200}""", ActivityLogProgress.Succeeded, null)]
    [InlineData("""{"resultSignature":"403"}""", ActivityLogProgress.Failed, "403")]
    [InlineData("""{"resultType":"Failure","resultSignature":"Failed.Forbidden"}""", ActivityLogProgress.Failed, "Failed.Forbidden")]
    [InlineData("""{"status":"Failed","properties":{"statusMessage":"{\"error\":{\"code\":\"AuthorizationFailed\"}}"}}""", ActivityLogProgress.Failed, "AuthorizationFailed")]
    [InlineData("""{"status":"Failed","properties":{"statusCode":"Conflict"}}""", ActivityLogProgress.Failed, "Conflict")]
    [InlineData("""{"status":"Failed","properties":"{\"statusCode\":\"Conflict\"}"}""", ActivityLogProgress.Failed, "Conflict")]
    [InlineData("""{"status":"Canceled"}""", ActivityLogProgress.Failed, "Canceled")]
    [InlineData("""{"status":"Perhaps"}""", ActivityLogProgress.NotStated, null)]
    [InlineData("""{"status":{"value":null,"localizedValue":null}}""", ActivityLogProgress.NotStated, null)]
    public void The_words_of_the_outcome_are_understood(string members, ActivityLogProgress progress, string? code)
    {
        var given = With(members);

        Assert.Equal((progress, code), (given.Progress, given.FailureCode));
        Assert.Equal(
            progress switch
            {
                ActivityLogProgress.Succeeded => new AuditOutcome.Succeeded(),
                ActivityLogProgress.Failed => new AuditOutcome.Failed(code!),
                _ => new AuditOutcome.Started(),
            },
            given.ToAuditEvent().Outcome);
    }

    [Theory]
    [InlineData("""{"authorization":{"scope":"/subscriptions/1"},"subscriptionId":"2"}""", "/subscriptions/1")]
    [InlineData("""{"resourceId":"","subscriptionId":"2"}""", "/subscriptions/2")]
    [InlineData("{}", "/")]
    public void The_target_is_as_near_as_the_event_says(string members, string target) =>
        Assert.Equal(target, With(members).ToAuditEvent().Target);

    [Fact]
    public void An_event_without_number_is_named_by_request_progress_and_time() =>
        Assert.Equal("c-1/Succeeded/15840937500000000", ActivityLogLab.One(ActivityLogLab.Stored).ToAuditEvent().EventId);

    [Fact]
    public void A_shape_that_does_not_exist_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ActivityLogLab.One(ActivityLogLab.Rest).As((ActivityLogShape)7));

    private static ActivityLogEvent With(string members) => ActivityLogLab.One(
        $$"""{"time":"2020-03-13T10:00:00Z","operationName":"a/b/write"{{(members == "{}" ? "" : ",")}}{{members[1..]}}""");
}
