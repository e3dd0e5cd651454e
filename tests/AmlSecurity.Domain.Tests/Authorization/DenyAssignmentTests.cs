using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

[Trait("Rule", "RBAC-03")]
public sealed class DenyAssignmentTests
{
    private const string Arm = $$"""
        {
          "id": "/x/d1", "type": "Microsoft.Authorization/denyAssignments",
          "properties": {
            "denyAssignmentName": "locked",
            "permissions": [{ "actions": ["*"], "notActions": ["*/read"], "dataActions": ["*"], "notDataActions": [] }],
            "scope": "{{SubscriptionText}}/resourceGroups/rg1", "doNotApplyToChildScopes": true,
            "principals": [{ "id": "00000000-0000-0000-0000-000000000000", "type": "SystemDefined" }],
            "excludePrincipals": [{ "id": "aaaaaaaa-0000-0000-0000-000000000001", "type": "User" }],
            "isSystemProtected": true, "denyAssignmentEffect": "audit", "condition": "c", "conditionVersion": "2.0" }
        }
        """;

    private static readonly DenyAssignment Locked = new(
        "/x/d1",
        Group1,
        [Block(["*"], ["*/read"], ["*"])],
        [new DenyPrincipal(PrincipalId.Everyone, PrincipalKind.SystemDefined)],
        [new DenyPrincipal(Alice, PrincipalKind.User)],
        "locked",
        doesNotApplyToChildScopes: true,
        isSystemProtected: true,
        DenyEffect.Audit,
        new AccessCondition("c", "2.0"));

    [Fact]
    public void Every_member_is_read()
    {
        var reading = DenyAssignment.Read(Utf8(Arm));

        Assert.Empty(reading.Faults);
        Assert.Equal(Locked, Assert.Single(reading.Values));
        Assert.Equal(Locked.GetHashCode(), reading.Values[0].GetHashCode());
    }

    [Fact]
    public void What_is_written_reads_as_the_same_deny_assignment()
    {
        var written = Written(Locked.WriteTo);
        var again = DenyAssignment.Read(written).Values.Single();

        Assert.Equal(Locked, again);
        Assert.Equal(written, Written(again.WriteTo));
    }

    [Fact]
    public void What_is_left_out_makes_it_inherited_enforced_and_for_all_it_names()
    {
        const string Json = """{"scope":"/","permissions":[{"actions":["*"]}],"principals":[{"id":"u"}]}""";

        var deny = DenyAssignment.Read(Utf8(Json), Strictness.Lenient).Values.Single();

        Assert.Equal("$", deny.Id);
        Assert.Null(deny.Name);
        Assert.False(deny.DoesNotApplyToChildScopes);
        Assert.False(deny.IsSystemProtected);
        Assert.Equal(DenyEffect.Enforced, deny.Effect);
        Assert.Empty(deny.ExcludedPrincipals);
        Assert.Null(deny.Condition);
        Assert.Equal(PrincipalKind.Unknown, deny.Principals.Single().Kind);
    }

    [Theory]
    [InlineData("""{"permissions":[],"principals":[]}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"scope":"/","principals":[]}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"scope":"/","permissions":[]}""", "$", DocumentFaultKind.Missing)]
    [InlineData(
        """{"scope":"/","permissions":[],"principals":[7]}""", "$.principals[0]", DocumentFaultKind.OfTheWrongType)]
    [InlineData(
        """{"scope":"/","permissions":[],"principals":[],"doNotApplyToChildScopes":1}""",
        "$.doNotApplyToChildScopes", DocumentFaultKind.OfTheWrongType)]
    public void What_is_no_deny_assignment_is_a_fault_at_its_place(string json, string path, DocumentFaultKind kind)
    {
        var reading = DenyAssignment.Read(Utf8(json), Strictness.Lenient);

        Assert.Equal((kind, path), Assert.Single(reading.Faults.Select(fault => (fault.Kind, fault.Path))));
        Assert.Empty(reading.Values);
    }

    [Fact]
    public void A_principal_without_an_id_names_nobody_and_is_reported()
    {
        const string Json = """
            {"scope":"/","permissions":[],"principals":[],
             "excludePrincipals":[{"id":null,"type":"ServicePrincipal"}]}
            """;
        var lenient = DenyAssignment.Read(Utf8(Json), Strictness.Lenient);

        Assert.Empty(lenient.Values.Single().ExcludedPrincipals);
        Assert.Equal("$.excludePrincipals[0]", Assert.Single(lenient.Notices).Path);
        Assert.Equal("$.excludePrincipals[0]", Assert.Single(DenyAssignment.Read(Utf8(Json)).Faults).Path);
    }

    [Theory]
    [InlineData("""{"id":null,"type":"SystemDefined"}""")]
    [InlineData("""{"type":"SystemDefined"}""")]
    public void All_principals_are_known_by_their_type_too(string principal)
    {
        var json = Utf8($$"""{"scope":"/","permissions":[{"actions":["*"]}],"principals":[{{principal}}]}""");
        var lenient = DenyAssignment.Read(json, Strictness.Lenient);

        Assert.False(OwnerUnder(lenient.Values.Single()).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.Equal("$.principals[0]", Assert.Single(lenient.Notices).Path);
        Assert.Equal("$.principals[0]", Assert.Single(DenyAssignment.Read(json).Faults).Path);
    }

    [Fact]
    public void An_unknown_effect_is_taken_as_enforced_and_reported()
    {
        const string Json = """{"scope":"/","permissions":[],"principals":[],"denyAssignmentEffect":"whisper"}""";
        var reading = DenyAssignment.Read(Utf8(Json), Strictness.Lenient);

        Assert.Equal(DenyEffect.Enforced, reading.Values.Single().Effect);
        Assert.Equal("$.denyAssignmentEffect", Assert.Single(reading.Notices).Path);
    }

    [Fact]
    public void It_beats_every_role_Owner_included()
    {
        var denied = Decide(Deny(Group1, ["*/write"], Alice), "a/write", Workspace);

        Assert.Equal(DenialReason.DenyAssignment, denied.Reason);
        Assert.Equal("d1", denied.Deny!.Id);
        Assert.True(OwnerUnder(Deny(Group1, ["*/write"], Alice)).Decide(Ask(Alice, "a/read", Workspace)).IsAllowed);
    }

    [Fact]
    public void It_denies_everyone_whom_it_does_not_spare()
    {
        Assert.Equal(DenialReason.DenyAssignment, Decide(Deny(Group1, ["*"]), "a/write", Workspace).Reason);
        Assert.True(OwnerUnder(Deny(Group1, ["*"], Bob)).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.True(OwnerUnder(Deny(Group1, ["*"], except: Alice)).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
    }

    [Fact]
    public void It_denies_and_spares_through_groups()
    {
        var team = Id("team");
        var all = Id("all");
        var groups = GroupDirectory.Create([new Group(team, [Alice]), new Group(all, [team])]);

        AccessPolicy With(DenyAssignment deny) =>
            AccessPolicy.Create([Owner], [Assign(Owner, Alice, Subscription)], [deny], groups);

        Assert.False(With(Deny(Group1, ["*"], all)).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.True(With(Deny(Group1, ["*"], except: all)).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.True(With(Deny(Group1, ["*"], all, except: team)).Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
    }

    [Fact]
    public void It_is_inherited_unless_it_stops_at_its_scope()
    {
        var stops = OwnerUnder(Deny(Group1, ["*"], stopsAtScope: true));

        Assert.False(stops.Decide(Ask(Alice, "a/write", Group1)).IsAllowed);
        Assert.True(stops.Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.False(OwnerUnder(Deny(Group1, ["*"])).Decide(Ask(Alice, "a/write", Compute)).IsAllowed);
        Assert.True(OwnerUnder(Deny(Group1, ["*"])).Decide(Ask(Alice, "a/write", Group10)).IsAllowed);
    }

    [Fact]
    public void What_its_blocks_exclude_is_exempt()
    {
        var deny =
            new DenyAssignment("d", Group1, [Block(["*"], ["*/read"])], [new DenyPrincipal(PrincipalId.Everyone)]);

        Assert.True(OwnerUnder(deny).Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
        Assert.False(OwnerUnder(deny).Decide(Ask(Alice, "a/write", Group1)).IsAllowed);
    }

    [Fact]
    public void An_audited_one_blocks_nothing_and_is_shown()
    {
        var policy = OwnerUnder(Deny(Group1, ["*"], effect: DenyEffect.Audit));

        var explanation = policy.Explain(Ask(Alice, "a/write", Workspace));

        Assert.True(explanation.Decision.IsAllowed);
        Assert.Equal(DenyOutcome.Audited, explanation.Denies.Single().Outcome);
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void One_under_a_condition_counts_as_if_the_condition_held()
    {
        var deny = new DenyAssignment(
            "d",
            Group1,
            [Block(["*"], condition: "y")],
            [new DenyPrincipal(PrincipalId.Everyone)],
            condition: new AccessCondition("x"));

        Assert.False(OwnerUnder(deny).Decide(Ask(Alice, "a/write", Group1)).IsAllowed);
    }

    [Theory]
    [InlineData("""{"scope":"/","permissions":null,"principals":[]}""")]
    [InlineData("""{"scope":"/","permissions":[],"principals":null}""")]
    public void Null_for_whom_or_what_to_deny_is_missing_rather_than_nobody_or_nothing(string json)
    {
        var reading = DenyAssignment.Read(Utf8(json), Strictness.Lenient);

        Assert.Empty(reading.Values);
        Assert.Equal(DocumentFaultKind.Missing, Assert.Single(reading.Faults).Kind);
    }

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void A_condition_is_never_blank() => Assert.Throws<ArgumentException>(() => new AccessCondition(" "));

    private static AccessPolicy OwnerUnder(DenyAssignment deny) =>
        AccessPolicy.Create([Owner], [Assign(Owner, Alice, Subscription)], [deny]);

    private static AccessDecision.Denied Decide(
        DenyAssignment deny, string action, Domain.Resources.ResourceId scope) =>
        Assert.IsType<AccessDecision.Denied>(OwnerUnder(deny).Decide(Ask(Alice, action, scope)));
}
