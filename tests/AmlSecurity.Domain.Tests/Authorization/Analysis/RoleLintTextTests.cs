using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Analysis;

/// <summary>What each finding says, and what it tells the reader to do.</summary>
public sealed class RoleLintTextTests
{
    private const string Condition = "((@Resource[a:b] StringEquals 'c'))";

    private static readonly OperationInventory Operations =
        OperationInventory.Create([Action("p/a/read")], [Action("d/blobs/read")]);

    public static TheoryData<RoleLintCode, string, string> Texts => new()
    {
        { RoleLintCode.Duplicate, "`p/a/read` stands there 2 times", "keep it once" },
        { RoleLintCode.Subsumed, "`p/*` covers all of `p/a/read`", "leave it out" },
        {
            RoleLintCode.DeadExclusion, "`q/x` takes nothing away: no entry of its block meets it", "leave it out"
        },
        {
            RoleLintCode.UndoneExclusion,
            "another block grants what `p/a/write` takes away, such as `p/a/write`",
            "exclude it in every block that covers it"
        },
        {
            RoleLintCode.ReadingDependent,
            "whether `r/read` is granted depends on the reading of `r/*/read`",
            "name the operation itself as well"
        },
        {
            RoleLintCode.Malformed,
            "`p/a*/read`: it is with a wildcard inside a segment (at offset 3)",
            "write an operation, or one star in place of whole segments"
        },
        {
            RoleLintCode.WrongPlane,
            "`d/blobs/read` matches operations of the data plane only",
            "move it to the entries of the data plane"
        },
        {
            RoleLintCode.UnknownOperation,
            "`q/x` matches no operation that is known",
            "check the name; a list of operations is never complete"
        },
        {
            RoleLintCode.SecretReturning,
            "`Microsoft.MachineLearningServices/workspaces/*/read` reads more than properties:"
                + " `Microsoft.MachineLearningServices/workspaces/datastores/read` returns a secret",
            "exclude it"
        },
        {
            RoleLintCode.ConditionNeverApplies,
            "the condition holds for everything that its block grants, so that it restricts nothing",
            "let it target what the block grants"
        },
    };

    private static RoleDefinition Role { get; } = Examples.Role(
        "r",
        Block(
            ["p/*", "p/a/read", "p/a/read", "r/*/read", "p/a*/read", "d/blobs/read"],
            ["q/x", "p/a/write"]),
        Block(["p/a/write", "Microsoft.MachineLearningServices/workspaces/*/read"]),
        Block(["s/read"], condition: "(!(ActionMatches{'q/read'})) OR @Resource[a:b] StringEquals 'c'"));

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_finding_says_what_is_wrong_and_what_to_do(RoleLintCode code, string message, string remedy) =>
        Assert.Contains(
            (message, remedy),
            RoleLint.Check(Role, new RoleLintOptions(Operations: Operations))
                .Where(finding => finding.Code == code)
                .Select(finding => (finding.Message, finding.Remedy)));

    [Fact]
    public void A_role_that_grants_nothing_and_twins_say_so()
    {
        var empty = Assert.Single(RoleLint.Check(Examples.Role("none")));
        Assert.Equal(
            (RoleLintCode.GrantsNothing, "the role grants nothing", "give it an entry"),
            (empty.Code, empty.Message, empty.Remedy));

        RoleDefinition[] same = [.. "abc".Select(name => Examples.Role($"{name}", Block(["p/x"])))];
        var twins = RoleLint.CheckAll(same, RoleLintOptions.Default)
            .Where(finding => finding.Code == RoleLintCode.EqualRoles).ToList();
        Assert.Equal(
            ["it has the permissions of `b`, `c`", "it has the permissions of `a`, `c`", "it has the permissions of `a`, `b`"],
            twins.Select(finding => finding.Message));
        Assert.All(twins, finding => Assert.Equal("keep one of them", finding.Remedy));
    }

    [Fact]
    public void An_escalation_under_a_condition_says_so_and_has_no_remedy()
    {
        var role = Examples.Role("r", Block([MlActions.AssignRole.Text], condition: Condition));
        var finding = Assert.Single(RoleLint.Check(role), found => found.Code == RoleLintCode.Escalation);

        Assert.StartsWith(
            $"it grants `{MlActions.AssignRole}` under a condition: any role", finding.Message, StringComparison.Ordinal);
        Assert.Null(finding.Remedy);
        Assert.True(finding.IsConditional);
    }

    [Fact]
    public void Of_two_grants_of_an_escalation_the_one_without_a_condition_is_named()
    {
        var role = Examples.Role(
            "r",
            Block([MlActions.AssignRole.Text], condition: Condition),
            Block([MlActions.AssignRole.Text]));
        var finding = Assert.Single(RoleLint.Check(role), found => found.Code == RoleLintCode.Escalation);

        Assert.Equal((1, false), (finding.Block, finding.IsConditional));
    }

    [Fact]
    public void A_secret_under_a_condition_is_conditional()
    {
        var role = Examples.Role("r", Block(["Microsoft.MachineLearningServices/*/read"], condition: Condition));

        Assert.True(
            Assert.Single(RoleLint.Check(role), found => found.Code == RoleLintCode.SecretReturning).IsConditional);
    }

    [Fact]
    public void A_condition_that_never_applies_is_conditional() => Assert.True(Assert.Single(
        RoleLint.Check(Role), found => found.Code == RoleLintCode.ConditionNeverApplies).IsConditional);

    [Theory]
    [InlineData(RoleLintCode.Duplicate, FindingSeverity.Advice, "RBAC-02")]
    [InlineData(RoleLintCode.Subsumed, FindingSeverity.Advice, "RBAC-02")]
    [InlineData(RoleLintCode.EqualRoles, FindingSeverity.Advice, "RBAC-02")]
    [InlineData(RoleLintCode.UnknownOperation, FindingSeverity.Advice, "RBAC-01")]
    [InlineData(RoleLintCode.GrantsNothing, FindingSeverity.Warning, "RBAC-01")]
    [InlineData(RoleLintCode.Malformed, FindingSeverity.Warning, "RBAC-05")]
    [InlineData(RoleLintCode.ReadingDependent, FindingSeverity.Warning, "RBAC-05")]
    [InlineData(RoleLintCode.WrongPlane, FindingSeverity.Warning, "RBAC-06")]
    [InlineData(RoleLintCode.Escalation, FindingSeverity.Warning, "ROLE-02")]
    [InlineData(RoleLintCode.SecretReturning, FindingSeverity.Warning, "ROLE-03")]
    [InlineData(RoleLintCode.UnassignableScope, FindingSeverity.Violation, "ROLE-01")]
    [InlineData(RoleLintCode.ConditionNeverApplies, FindingSeverity.Warning, "RBAC-04")]
    [InlineData(RoleLintCode.DeadExclusion, FindingSeverity.Warning, "RBAC-02")]
    [InlineData(RoleLintCode.UndoneExclusion, FindingSeverity.Warning, "RBAC-02")]
    public void Each_code_has_a_severity_and_a_rule(RoleLintCode code, FindingSeverity severity, string rule)
    {
        var finding = new RoleLintFinding(code, "$", "m");
        Assert.Equal((severity, rule), (finding.Severity, finding.Rule.Text));
    }
}
