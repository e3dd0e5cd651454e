using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

public sealed class RoleLintTests
{
    private const string Condition = "((@Resource[a:b] StringEquals 'c'))";

    [Fact]
    public void A_plain_role_has_no_findings() =>
        Assert.Empty(RoleLint.Check(
            Role("r", Block(["p/a/read", "p/b/*"], ["p/b/*/write", "p/b/write"], ["q/read"])),
            new RoleLintOptions(WildcardReading.Literal)));

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void An_entry_that_stands_three_times_is_one_duplicate_at_its_second_place()
    {
        var finding = Only(RoleLintCode.Duplicate, Role("r", Block(["p/read", "P/Read", "p/read"])));

        Assert.Equal("$.permissions[0].actions[1]", finding.Path);
        Assert.Equal(0, finding.Block);
        Assert.Equal(Pattern("p/read"), finding.Entry);
        Assert.Equal("`P/Read` stands there 3 times", finding.Message);
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void The_same_entry_in_another_list_or_block_is_no_duplicate() => Assert.DoesNotContain(
        RoleLint.Check(Role("r", Block(["p/read"], data: ["p/read"]), Block(["p/read"]))),
        finding => finding.Code is RoleLintCode.Duplicate or RoleLintCode.Subsumed);

    [Theory]
    [Trait("Rule", "RBAC-02")]
    [InlineData("p/a/read", "p/*")]
    [InlineData("p/a/read", "*/read")]
    [InlineData("p/a/*", "p/*")]
    [InlineData("p/a/*/read", "p/*/read")]
    [InlineData("p/read", "p/*/read")]
    [InlineData("p/*/read", "*/read")]
    [InlineData("p/*/a/read", "p/*/read")]
    [InlineData("p/*", "*")]
    public void An_entry_under_a_wider_one_is_subsumed(string narrow, string wide)
    {
        var finding = Only(RoleLintCode.Subsumed, Role("r", Block([wide, narrow])));

        Assert.Equal("$.permissions[0].actions[1]", finding.Path);
        Assert.Equal($"`{wide}` covers all of `{narrow}`", finding.Message);
        Assert.Equal("$.permissions[0].notDataActions[0]", Only(
            RoleLintCode.Subsumed, Role("r", Block([], data: ["*"], notData: [narrow, wide]))).Path);
    }

    [Theory]
    [Trait("Rule", "RBAC-02")]
    [InlineData("p/*", "p/*/read")]
    [InlineData("p/*", "p/a/*")]
    [InlineData("p/a/*/read", "p/a/*/write")]
    [InlineData("p/a*/read", "p/*/b/*")]
    public void An_entry_that_matches_something_of_its_own_is_not(string one, string other) =>
        Assert.DoesNotContain(
            RoleLint.Check(Role("r", Block([one, other]))),
            finding => finding.Code == RoleLintCode.Subsumed && finding.Entry!.Text == one);

    [Fact]
    [Trait("Rule", "RBAC-05")]
    public void Under_the_literal_reading_an_inner_star_does_not_subsume_the_name_without_it() => Assert.DoesNotContain(
        RoleLint.Check(
            Role("r", Block(["p/*/read", "p/read"])), new RoleLintOptions(WildcardReading.Literal)),
        finding => finding.Code == RoleLintCode.Subsumed);

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void An_exclusion_that_meets_no_entry_of_its_block_is_dead()
    {
        var role = Role(
            "r", Block(["p/*/read"], ["q/*", "p/a/write", "*/write", "p/read", "*/a/read"]), Block(["q/*"]));

        Assert.Equal(
            ["q/*", "p/a/write", "*/write"],
            RoleLint.Check(role).Where(finding => finding.Code == RoleLintCode.DeadExclusion)
                .Select(finding => finding.Entry!.Text));
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void An_exclusion_that_another_block_grants_again_is_undone()
    {
        var role = Role("r", Block(["p/*"], ["p/*/write", "p/x/*"]), Block(["p/a/*"], ["p/a/x/*"]));
        var findings = RoleLint.Check(role).Where(found => found.Code == RoleLintCode.UndoneExclusion).ToList();
        var finding = findings[0];

        Assert.Equal(
            ["$.permissions[0].notActions[0]", "$.permissions[1].notActions[0]"], findings.Select(found => found.Path));
        Assert.True(role.Blocks[1].Judge(finding.Action!, Plane.Control).IsGranted);
        Assert.Equal(BlockOutcome.Excluded, role.Blocks[0].Judge(finding.Action!, Plane.Control).Outcome);
    }

    [Fact]
    [Trait("Rule", "RBAC-05")]
    public void An_entry_depends_on_the_reading_where_the_name_without_the_star_decides()
    {
        Assert.Equal(
            Action("p/read"), Only(RoleLintCode.ReadingDependent, Role("r", Block(["p/*/read"]))).Action);
        Assert.Equal(
            "$.permissions[0].notActions[0]",
            Only(RoleLintCode.ReadingDependent, Role("r", Block(["p/*"], ["p/*/write"]))).Path);
        Assert.DoesNotContain(
            RoleLint.Check(Role("r", Block(["p/*/read", "p/read", "q/*"]))),
            finding => finding.Code == RoleLintCode.ReadingDependent);
    }

    [Theory]
    [Trait("Rule", "RBAC-05")]
    [InlineData("p/*/a/*")]
    [InlineData("p/a*/read")]
    [InlineData("p/read ")]
    [InlineData("p/a/")]
    [InlineData("p/{operationName}/read")]
    public void What_is_not_written_as_an_entry_is_malformed(string entry) =>
        Assert.Equal("$.permissions[0].actions[0]", Only(RoleLintCode.Malformed, Role("r", Block([entry]))).Path);

    [Fact]
    [Trait("Rule", "RBAC-01")]
    public void A_role_whose_exclusions_take_everything_away_grants_nothing()
    {
        Assert.Equal("$.permissions", Only(RoleLintCode.GrantsNothing, Role("r")).Path);
        Only(RoleLintCode.GrantsNothing, Role("r", Block(["p/*/read", "p/a/write"], ["p/*"])));
        Only(RoleLintCode.GrantsNothing, Role("r", Block([], ["*"])));
        Only(RoleLintCode.GrantsNothing, Role("r", Block(["a/*/b/*"])));
        Assert.DoesNotContain(
            RoleLint.Check(Role("r", Block(["p/*"], ["p/*/x"], ["q/*"]))),
            finding => finding.Code == RoleLintCode.GrantsNothing);
    }

    [Fact]
    [Trait("Rule", "ROLE-02")]
    public void What_yields_more_than_was_granted_is_an_escalation()
    {
        var role = Role(
            "r",
            Block(["Microsoft.Authorization/roleAssignments/*"], condition: Condition),
            Block(["Microsoft.Authorization/*"], ["Microsoft.Authorization/roleAssignments/write"]));
        var findings = RoleLint.Check(role).Where(finding => finding.Code == RoleLintCode.Escalation).ToList();

        Assert.Equal(
            [
                "Microsoft.Authorization/roleAssignments/write", "Microsoft.Authorization/roleDefinitions/write",
                "Microsoft.Authorization/roleAssignmentScheduleRequests/write",
                "Microsoft.Authorization/roleEligibilityScheduleRequests/write",
                "Microsoft.Authorization/elevateAccess/action",
            ],
            findings.Select(finding => finding.Action!.Text));
        Assert.Equal([true, false, false, false, false], findings.Select(finding => finding.IsConditional));
        Assert.Equal("$.permissions[0].actions[0]", findings[0].Path);
        Assert.Equal("$.permissions[1].actions[0]", findings[1].Path);
        Assert.DoesNotContain(RoleLint.Check(Reader), finding => finding.Code == RoleLintCode.Escalation);
    }

    [Fact]
    [Trait("Rule", "RBAC-06")]
    public void With_an_inventory_the_wrong_plane_and_unknown_operations_are_found()
    {
        var operations = OperationInventory.Create(
            [Action("p/a/read"), Action("p/both/read")], [Action("d/blobs/read"), Action("P/both/Read")]);
        var role = Role("r", Block(
            ["p/*", "d/blobs/read", "*/nothing", "P/Both/read", "d/*", "p/*/b/*", "p/*/a/read"],
            notData: ["p/a/read"]));
        var findings = RoleLint.Check(role, new RoleLintOptions(Operations: operations));

        Assert.Equal(
            ["d/blobs/read", "d/*", "p/a/read"], Entries(RoleLintCode.WrongPlane));
        Assert.Equal(["*/nothing"], Entries(RoleLintCode.UnknownOperation));
        Assert.DoesNotContain(RoleLint.Check(role), finding => finding.Code == RoleLintCode.UnknownOperation);

        IEnumerable<string> Entries(RoleLintCode code) =>
            findings.Where(finding => finding.Code == code).Select(finding => finding.Entry!.Text);
    }

    [Fact]
    [Trait("Rule", "ROLE-03")]
    public void A_wildcard_for_reading_that_returns_a_secret_is_found()
    {
        var finding = Only(RoleLintCode.SecretReturning, Reader);

        Assert.Equal("$.permissions[0].actions[0]", finding.Path);
        Only(RoleLintCode.SecretReturning, Role("r", Block(["Microsoft.MachineLearningServices/workspaces/*/read"])));
        Assert.All(
            [
                Role("r", Block(["Microsoft.MachineLearningServices/workspaces/datastores/read"])),
                Role("r", Block(["Microsoft.Compute/*/read"])),
                Role("r", Block(["*/read"], [.. SecretReads.All.Select(secret => secret.Text)])),
            ],
            role => Assert.DoesNotContain(
                RoleLint.Check(role), found => found.Code == RoleLintCode.SecretReturning));
    }

    [Fact]
    [Trait("Rule", "RBAC-02")]
    public void Roles_of_a_list_with_the_same_permissions_are_found()
    {
        RoleDefinition[] roles =
        [
            Role("one", Block(["p/read", "P/write"]), Block(["q/*"])),
            Role("other", Block(["p/read"])),
            Role("two", Block(["q/*"]), Block(["p/Write", "p/read", "p/read"])),
            Role("careful", Block(["p/read"], condition: Condition)),
        ];

        var findings = RoleLint.CheckAll(roles, RoleLintOptions.Default)
            .Where(finding => finding.Code == RoleLintCode.EqualRoles).ToList();

        Assert.Equal(["$[0]", "$[2]"], findings.Select(finding => finding.Path));
        Assert.Equal("it has the permissions of `two`", findings[0].Message);
        Assert.Equal([roles[0], roles[2]], Assert.Single(RoleLint.EqualRoles(roles)).AsEnumerable());
        Assert.Contains(
            RoleLint.CheckAll(roles, RoleLintOptions.Default),
            finding => finding.Path == "$[2].permissions[1].actions[2]" && finding.Code == RoleLintCode.Duplicate);
    }

    [Fact]
    [Trait("Rule", "ROLE-01")]
    public void A_scope_at_which_the_role_cannot_be_assigned_is_found()
    {
        var role = new RoleDefinition(
            "r", [Block(["p/read"])], assignableScopes: [Subscription, ResourceId.Root]);

        Assert.Equal("$.assignableScopes[1]", Only(RoleLintCode.UnassignableScope, role).Path);
        Assert.DoesNotContain(RoleLint.Check(Owner), finding => finding.Code == RoleLintCode.UnassignableScope);
    }

    [Fact]
    public void A_finding_converts_to_that_of_other_checks()
    {
        var finding = Only(RoleLintCode.Escalation, Role("r", Block([MlActions.AssignRole.Text])));

        Assert.Equal(
            new Finding(
                AuthorizationRules.Escalation,
                FindingSeverity.Warning,
                "$.permissions[0].actions[0]",
                "it grants `Microsoft.Authorization/roleAssignments/write`: any role can be assigned to anybody, at the"
                    + " scope or below",
                "exclude it, or put it under a condition"),
            finding.ToFinding());
        Assert.Equal(finding.ToFinding().ToString(), finding.ToString());
    }

    [Fact]
    public void What_is_not_there_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => RoleLint.Check(null!));
        Assert.Throws<ArgumentNullException>(() => RoleLint.Check(Owner, null!));
        Assert.Throws<ArgumentNullException>(() => RoleLint.CheckAll(null!, RoleLintOptions.Default));
        Assert.Throws<ArgumentNullException>(() => RoleLint.EqualRoles([null!]));
    }

    [Theory]
    [Trait("Rule", "RBAC-04")]
    [InlineData("(!(ActionMatches{'q/read'})) OR @Resource[a:b] StringEquals 'c'", true)]
    [InlineData("(!(ActionMatches{'q/*'})) OR @Resource[a:b] StringEquals 'c'", true)]
    [InlineData("(!(ActionMatches{'p/write'})) OR @Resource[a:b] StringEquals 'c'", true)]
    [InlineData("ActionMatches{'p/*'} OR @Resource[a:b] StringEquals 'c'", true)]
    [InlineData("(!(ActionMatches{'p/*/read'})) OR @Resource[a:b] StringEquals 'c'", false)]
    [InlineData("(!(ActionMatches{'*/read'})) OR @Resource[a:b] StringEquals 'c'", false)]
    [InlineData("@Resource[a:b] StringEquals 'c'", false)]
    [InlineData("this cannot be read", false)]
    public void A_condition_that_targets_nothing_of_its_block_never_applies(string condition, bool isIdle) =>
        Assert.Equal(
            isIdle ? ["$.permissions[1].condition"] : [],
            RoleLint.Check(Role("r", Block(["q/*"]), Block(["p/*"], ["p/write"], condition: condition)))
                .Where(finding => finding.Code == RoleLintCode.ConditionNeverApplies)
                .Select(finding => finding.Path));

    [Fact]
    [Trait("Rule", "RBAC-04")]
    public void The_condition_of_an_assignment_is_held_against_the_whole_role()
    {
        var role = Role("r", Block(["p/read"]), Block([], data: ["d/read"]));
        string Targeting(string action) => $"(!(ActionMatches{{'{action}'}})) OR @Resource[a:b] StringEquals 'c'";
        var policy = AccessPolicy.Create(
            [role],
            [
                Assign(role, Alice, Workspace, "a1", Targeting("p/read")),
                Assign(role, Alice, Workspace, "a2", Targeting("d/*")),
                Assign(role, Alice, Workspace, "a3", Targeting("q/read")),
            ]);

        Assert.Equal(
            "Warning: RBAC-04 at $.assignments[2].condition: the condition holds for everything that stands under it,"
            + " so that it restricts nothing; let it target what the role grants",
            Assert.Single(policy.Assess(), finding => finding.Rule.Text == "RBAC-04").ToString());
    }

    private static RoleLintFinding Only(RoleLintCode code, RoleDefinition role) =>
        Assert.Single(RoleLint.Check(role), finding => finding.Code == code);
}
