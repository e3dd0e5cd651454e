using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class AccessPolicyTests
{
    private const string Roles = """[{"Name":"Watcher","Actions":["a/read"]}]""";

    private const string Assignments =
        """
        [{"id":"a1","principalId":"team","roleDefinitionName":"Watcher",
          "scope":"/providers/Microsoft.Management/managementGroups/top"}]
        """;

    private static readonly RoleDefinition Named = Role("Watcher", Block(["a/read"]));

    private static readonly RoleDefinition Identified =
        WithId("Watcher", "88888888-8888-8888-8888-888888888888", "a/read");

    [Fact]
    public void A_policy_is_read_from_its_five_documents()
    {
        var policy = AccessPolicy.Read(
            Utf8(Roles),
            Utf8(Assignments),
            Utf8("""{"11111111-1111-1111-1111-111111111111":"top"}"""),
            Utf8("""{"team":["alice"]}"""),
            Utf8("""[{"scope":"/","permissions":[{"actions":["a/*"]}],"principals":[{"id":"bob"}]}]""")).Expect();

        Assert.True(policy.Decide(Ask(Id("alice"), "a/read", Workspace)).IsAllowed);
        Assert.False(policy.Decide(Ask(Id("bob"), "a/read", Workspace)).IsAllowed);
        Assert.Equal((1, 1, 1), (policy.Roles.Length, policy.Assignments.Length, policy.DenyAssignments.Length));
        Assert.Equal((1, 2), (policy.Groups.Groups.Length, policy.Hierarchy.Edges.Length));
        Assert.Equal((RuleSet.Current, WildcardReading.Azure), (policy.Rules, policy.Reading));
    }

    [Fact]
    public void Hierarchy_groups_and_denies_may_be_left_out() =>
        Assert.Single(AccessPolicy.Read(Utf8(Roles), Utf8(Assignments)).Expect().Assignments);

    [Fact]
    public void Faults_name_their_document_and_their_path()
    {
        var faults = AccessPolicy.Read(
            Utf8("""[{"Name":"r"}]"""),
            Utf8("""{"value":[{"principalId":"u","scope":"/"}]}"""),
            Utf8("""{"a":7}"""),
            Utf8("""{"g":7}"""),
            Utf8("7")).AsT1;

        Assert.Equal(
            [
                (PolicyDocument.Roles, "$[0]", DocumentFaultKind.Missing),
                (PolicyDocument.Assignments, "$.value[0]", DocumentFaultKind.Missing),
                (PolicyDocument.Hierarchy, "$.a", DocumentFaultKind.OfTheWrongType),
                (PolicyDocument.Groups, "$.g", DocumentFaultKind.OfTheWrongType),
                (PolicyDocument.DenyAssignments, "$", DocumentFaultKind.OfTheWrongType),
            ],
            faults.All.Select(fault => (fault.Document, fault.Fault.Path, fault.Fault.Kind)));
        Assert.Equal($"{faults.All[0]} (and 4 more)", faults.ToString());
    }

    [Fact]
    public void A_lone_fault_is_named_alone()
    {
        var faults = AccessPolicy.Read(Utf8("7"), Utf8("[]")).AsT1;

        Assert.Equal("Roles: $ (byte 0): it is not an object", faults.ToString());
        Assert.Contains(
            faults.ToString(),
            Assert.Throws<InvalidOperationException>(() => AccessPolicy.Read(Utf8("7"), Utf8("[]")).Expect()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_reading_refuses_what_lenient_reading_keeps() =>
        Assert.Equal(
            [PolicyDocument.Assignments],
            AccessPolicy.Read(
                Utf8(Roles), Utf8(Assignments), strictness: Strictness.Strict).AsT1.All.Select(f => f.Document));

    [Fact]
    public void A_policy_is_put_under_other_rules_and_another_reading_without_changing_itself()
    {
        var policy = AccessPolicy.Create([Role("r", Block(["a/*/read"]))], [Assign(Role("r"), Alice, Group1)]);
        var other = policy.Under(RuleSet.March2020).ReadAs(WildcardReading.Literal);

        Assert.Equal((RuleSet.March2020, WildcardReading.Literal), (other.Rules, other.Reading));
        Assert.True(policy.Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
        Assert.False(other.Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
        Assert.True(other.ReadAs(WildcardReading.Azure).Decide(Ask(Alice, "a/read", Group1)).IsAllowed);
    }

    [Theory]
    [InlineData("88888888-8888-8888-8888-888888888888", null)]
    [InlineData("/providers/Microsoft.Authorization/roleDefinitions/88888888-8888-8888-8888-888888888888", null)]
    [InlineData(
        "/subscriptions/x/providers/Microsoft.Authorization/roleDefinitions/88888888-8888-8888-8888-888888888888",
        "Other")]
    [InlineData(null, "watcher")]
    [InlineData("Watcher", null)]
    public void A_role_is_found_by_id_by_path_and_by_name(string? id, string? name) =>
        Assert.Same(Identified, Find([Identified, Role("Other", Block(["b/read"]))], id, name));

    [Theory]
    [InlineData("99999999-9999-9999-9999-999999999999", "Watcher")]
    [InlineData("99999999-9999-9999-9999-999999999999", null)]
    [InlineData(null, "Nobody")]
    [InlineData(null, null)]
    public void A_role_is_not_found_by_an_id_or_name_that_is_not_its_own(string? id, string? name) =>
        Assert.Null(Find([Identified], id, name));

    [Fact]
    public void A_role_without_an_id_is_found_by_the_name_beside_any_id() =>
        Assert.Same(Named, Find([Named], "99999999-9999-9999-9999-999999999999", "Watcher"));

    [Fact]
    public void An_empty_name_is_none()
    {
        Assert.Null(Find([Role("", Block(["*"]))], "99999999-9999-9999-9999-999999999999", ""));
        Assert.Same(Identified, Find([Identified], "Watcher", ""));
    }

    [Fact]
    public void What_fits_several_different_roles_fits_none()
    {
        var other = WithId("Watcher", "88888888-8888-8888-8888-888888888888", "a/write");

        Assert.Null(Find([Identified, other], "88888888-8888-8888-8888-888888888888", null));
        Assert.Null(Find([Identified, other], "88888888-8888-8888-8888-888888888888", "Watcher"));
        Assert.Null(Find([Named, Role("WATCHER", Block(["a/write"]))], null, "Watcher"));
        Assert.Equal(Identified, Find(
            [Identified, WithId("Watcher", "88888888-8888-8888-8888-888888888888", "a/read")], null, "Watcher"));
    }

    [Fact]
    public void Of_assignments_that_differ_only_in_words_the_same_one_is_named_in_any_order()
    {
        var one = Assign(Named, Alice, Group1) with { Description = "one" };
        var two = one with { Description = "two" };
        var ask = Ask(Alice, "a/read", Group1);

        var decision = AccessPolicy.Create([Named], [one, two]).Decide(ask);

        Assert.Equal(decision, AccessPolicy.Create([Named], [two, one]).Decide(ask));
    }

    [Fact]
    public void Of_denies_that_differ_only_in_their_blocks_the_same_one_is_named_in_any_order()
    {
        DenyAssignment[] denies = [Deny(Group1, ["a/*"]), Deny(Group1, ["*"])];
        var ask = Ask(Alice, "a/read", Group1);

        Assert.Equal(
            AccessPolicy.Create([], [], denies).Decide(ask), AccessPolicy.Create([], [], denies.Reverse()).Decide(ask));
    }

    [Fact]
    [Trait("Rule", "AUTHZ-01")]
    public void Several_workspaces_are_each_shared_by_several_people()
    {
        var policy = AccessPolicy.Create(
            [Owner, Contributor, Reader],
            [
                Assign(Owner, Alice, Workspace, "a1"),
                Assign(Reader, Bob, Workspace, "a2"),
                Assign(Contributor, Bob, OtherWorkspace, "a3"),
            ]);

        Assert.True(policy.Decide(Ask(Alice, "a/write", Workspace)).IsAllowed);
        Assert.False(policy.Decide(Ask(Alice, "a/read", OtherWorkspace)).IsAllowed);
        Assert.True(policy.Decide(Ask(Bob, "a/read", Workspace)).IsAllowed);
        Assert.False(policy.Decide(Ask(Bob, "a/write", Workspace)).IsAllowed);
        Assert.True(policy.Decide(Ask(Bob, "a/write", OtherWorkspace)).IsAllowed);
    }

    [Fact]
    [Trait("Rule", "AUTHZ-21")]
    public void Owners_and_Contributors_may_use_every_compute_target_and_datastore_of_the_workspace()
    {
        ResourceId[] attached = [Compute, Workspace.Child("computes", "cpu"), Workspace.Child("datastores", "blob")];
        foreach (var role in new[] { Owner, Contributor })
        {
            var policy = AccessPolicy.Create([role], [Assign(role, Alice, Workspace)]);

            Assert.All(attached, resource => Assert.All(
                new[] { MlActions.SubmitRun, MlActions.WriteCompute, MlActions.WriteDatastore },
                action => Assert.True(
                    policy.Decide(AccessRequest.Control(Principal.User(Alice), action, resource)).IsAllowed)));
            Assert.False(policy.Decide(Ask(Alice, "a/read", OtherWorkspace.Child("computes", "gpu"))).IsAllowed);
        }
    }

    [Fact]
    public void Nothing_may_be_null()
    {
        var policy = AccessPolicy.Create([], []);

        Assert.Throws<ArgumentNullException>(() => AccessPolicy.Create(null!, []));
        Assert.Throws<ArgumentNullException>(() => AccessPolicy.Create([], null!));
        Assert.Throws<ArgumentNullException>(() => AccessPolicy.Create([null!], []));
        Assert.Throws<ArgumentNullException>(() => AccessPolicy.Create([], [null!]));
        Assert.Throws<ArgumentNullException>(() => AccessPolicy.Create([], [], [null!]));
        Assert.Throws<ArgumentNullException>(() => GroupDirectory.Create([null!]));
        Assert.Throws<ArgumentNullException>(() => ScopeHierarchy.Create([null!]));
        Assert.Throws<ArgumentNullException>(() => policy.Under(null!));
        Assert.Throws<ArgumentNullException>(() => policy.Decide(null!));
        Assert.Throws<ArgumentNullException>(() => policy.Explain(null!));
        Assert.Throws<ArgumentNullException>(() => policy.FindRole(null!));
    }

    [Fact]
    public void What_is_outside_of_an_enumeration_is_no_wider_member_of_it()
    {
        const Plane Neither = (Plane)2;
        var policy = AccessPolicy.Create([Owner], [Assign(Owner, Alice, Subscription)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => policy.ReadAs((WildcardReading)2));
        Assert.Throws<ArgumentOutOfRangeException>(() => policy.Decide(Ask(Alice, "a/read", Workspace, Neither)));
        Assert.Throws<ArgumentOutOfRangeException>(() => policy.Explain(Ask(Bob, "a/read", Workspace, Neither)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Owner.Covers(Action("a/read"), Neither));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => OperationMatrix.Decide(OperationMatrix.Operations[0].Rule, (BuiltInRole)(-1)));
    }

    private static RoleDefinition? Find(RoleDefinition[] roles, string? id, string? name) =>
        AccessPolicy.Create(roles, [])
        .FindRole(new RoleReference(id is null ? null : RoleDefinitionId.Read(id, Strictness.Lenient).Expect(), name));

    private static RoleDefinition WithId(string name, string id, string action) =>
        new(name, [Block([action])], RoleDefinitionId.Read(id).Expect());
}
