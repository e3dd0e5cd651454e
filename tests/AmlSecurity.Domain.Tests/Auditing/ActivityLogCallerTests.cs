using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Of several places that tell who called, the nearest to the token counts.</summary>
[Trait("Rule", "MON-02")]
public sealed class ActivityLogCallerTests
{
    private const string Alice = ActivityLogLab.Alice;
    private const string Bob = "aaaaaaaa-0000-0000-0000-000000000002";
    private const string Tenant = "bbbbbbbb-0000-0000-0000-000000000001";
    private const string App = "cccccccc-0000-0000-0000-000000000001";

    private const string Holder =
        "'authorization':{'evidence':{'principalId':'" + Bob + "','principalType':'User'}}";

    [Theory]
    [InlineData("'claims':{'appid':'$App'}", App)]
    [InlineData("'claims':{'azp':'$App'}", App)]
    [InlineData("'claims':{'appid':'$App','azp':'$Bob'}", App)]
    [InlineData("'claims':{'ver':'1.0'}", null)]
    public void The_client(string members, string? client) =>
        Assert.Equal(client, With(members).Authentication?.Client);

    [Theory]
    [InlineData("'callerIpAddress':'192.0.2.1','claims':{'ipaddr':'192.0.2.2'}", "192.0.2.1")]
    [InlineData("'claims':{'ipaddr':'192.0.2.2'}", "192.0.2.2")]
    public void The_origin(string members, string origin) =>
        Assert.Equal(new PersonalData.Plain(origin), With(members).Authentication!.Origin);

    [Theory]
    [InlineData("'caller':'c@x','claims':{'upn':'u@x','unique_name':'n@x','name':'N'}", "u@x")]
    [InlineData("'caller':'c@x','claims':{'unique_name':'n@x','name':'N'}", "c@x")]
    [InlineData("'caller':'c','claims':{'unique_name':'n@x','name':'N'}", "n@x")]
    [InlineData("'claims':{'name':'N'}", "N")]
    public void The_name(string members, string name) =>
        Assert.Equal(new PersonalData.Plain(name), Actor(members).Name);

    [Theory]
    [InlineData("'caller':'$App',$Holder,'claims':{'oid':'$Alice','name':'N'}", Alice)]
    [InlineData("'caller':'$App',$Holder,'claims':{'name':'N'}", Bob)]
    [InlineData("'caller':'$App','claims':{'name':'N'}", App)]
    [InlineData("'caller':'c@x'", ActivityLogEvent.UnknownObjectId)]
    public void The_id(string members, string id) => Assert.Equal(id, Actor(members).Id);

    [Fact]
    public void The_host_is_asked_for_the_id_of_a_name_alone()
    {
        var asked = new List<string>();
        PrincipalId? Find(string name)
        {
            asked.Add(name);
            return PrincipalId.Read(Bob).Expect();
        }

        Assert.Equal(Bob, Actor("'caller':'c@x'", Find).Id);
        Assert.Equal(Alice, Actor("'caller':'c@x','claims':{'oid':'$Alice'}", Find).Id);
        Assert.Equal(["c@x"], asked);
    }

    [Theory]
    [InlineData("'tenantId':'$Bob','claims':{'oid':'$Alice','tid':'$Tenant'}", Tenant)]
    [InlineData("'tenantId':'$Bob','claims':{'oid':'$Alice'}", Bob)]
    [InlineData("'claims':{'oid':'$Alice'}", null)]
    public void The_tenant(string members, string? tenant) => Assert.Equal(tenant, Actor(members).Tenant);

    [Theory]
    [InlineData("'caller':'bob_x.com#ext#@y'", AuditActorKind.Guest)]
    [InlineData("'caller':'bob@y'", AuditActorKind.User)]
    [InlineData("'caller':'$App'", AuditActorKind.ServicePrincipal)]
    [InlineData("$Holder", AuditActorKind.User)]
    [InlineData("'claims':{'oid':'$Alice'},$Holder", AuditActorKind.Other)]
    [InlineData("'claims':{'oid':'$Alice','idtyp':'user'}", AuditActorKind.User)]
    [InlineData("'claims':{'oid':'$Alice','amr':'pwd'}", AuditActorKind.User)]
    public void The_kind(string members, AuditActorKind kind) => Assert.Equal(kind, Actor(members).Kind);

    [Fact]
    public void A_claim_that_cannot_be_understood_takes_none_of_the_others_with_it()
    {
        var told = With("'claims':{'acct':'seven','oid':'$Alice','appid':'$App','tid':'$Tenant'}");
        var actor = Assert.IsType<AuditActor.Identified>(told.Actor);

        Assert.Equal((Alice, Tenant, App), (actor.Id, actor.Tenant, told.Authentication!.Client));
    }

    // The members, with apostrophes for quotes, and words with a dollar for the ids.
    private static AuditEvent With(string members, Func<string, PrincipalId?>? find = null)
    {
        var filled = members.Replace("$Holder", Holder, StringComparison.Ordinal)
            .Replace("$Alice", Alice, StringComparison.Ordinal)
            .Replace("$Bob", Bob, StringComparison.Ordinal)
            .Replace("$Tenant", Tenant, StringComparison.Ordinal)
            .Replace("$App", App, StringComparison.Ordinal)
            .Replace('\'', '"');
        return ActivityLogLab.One(
            "{\"time\":\"2020-03-13T10:00:00Z\",\"operationName\":\"a/b/write\"," + filled + "}").ToAuditEvent(find);
    }

    private static AuditActor.Identified Actor(string members, Func<string, PrincipalId?>? find = null) =>
        Assert.IsType<AuditActor.Identified>(With(members, find).Actor);
}
