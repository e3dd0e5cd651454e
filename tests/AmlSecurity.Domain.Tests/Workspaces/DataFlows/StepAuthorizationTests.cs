using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authentication;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Workspaces.DataFlows;
using static AmlSecurity.Domain.Tests.Workspaces.DataFlows.FlowLab;

namespace AmlSecurity.Domain.Tests.Workspaces.DataFlows;

public sealed class StepAuthorizationTests
{
    private static readonly RoleDefinition TokenFetcher = Examples.Role(
        "Token fetcher", Examples.Block(["Microsoft.MachineLearningServices/workspaces/read"]));

    private static readonly RoleDefinition AciDeployer = Examples.Role(
        "ACI deployer", Examples.Block(["Microsoft.MachineLearningServices/workspaces/services/aci/write"]));

    private static readonly MlOperation Call =
        OperationMatrix.Operations.Single(operation => operation.Rule.Text == "AUTHZ-15");

    private static readonly WebServiceCredential WithKey = new WebServiceCredential.Key(Key);

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void A_reader_calls_a_service_with_a_key_by_the_matrix_though_not_by_actions()
    {
        var decision = StepAuthorization.DecideCall(Readers, Alice, WithKey, Workspace);

        Assert.Equal((true, StepBasis.Matrix, "AUTHZ-15", "a0"), (decision.IsAllowed, decision.Basis, decision.Rule.Text, decision.Assignment));
        Assert.False(Readers.Decide(
            AccessRequest.Control(Alice, MlActions.ListAksServiceKeys, Workspace)).IsAllowed);
        Assert.Equal("Call web service: allowed, the matrix gives it to Reader (AUTHZ-15)", decision.ToString());
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void With_a_custom_role_beside_it_the_actions_decide_and_the_way_counts()
    {
        var policy = Holding(Examples.Reader, TokenFetcher);
        var token = new WebServiceCredential.Token(new WebServiceToken(new TokenLifetime(Now, Now), Now));

        var byKey = StepAuthorization.DecideCall(policy, Alice, WithKey, Workspace);
        var byToken = StepAuthorization.DecideCall(policy, Alice, token, Workspace);
        var byAny = StepAuthorization.DecideOperation(policy, Alice, Call, "", Workspace);

        Assert.Equal((false, StepBasis.Actions, "RBAC-01"), (byKey.IsAllowed, byKey.Basis, byKey.Rule.Text));
        Assert.Equal(
            "`Microsoft.MachineLearningServices/workspaces/services/aks/score/action`: not granted", byKey.Reason);
        Assert.Equal((true, StepBasis.Actions), (byToken.IsAllowed, byToken.Basis));
        Assert.True(byAny.IsAllowed);
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void A_contributor_does_not_upgrade_by_the_matrix_though_it_could_by_actions()
    {
        var upgrade = OperationMatrix.Operations.Single(operation => operation.Rule.Text == "AUTHZ-05");
        var writer = Examples.Role(
            "Writer", Examples.Block(["Microsoft.MachineLearningServices/workspaces/write"]));

        var byMatrix = StepAuthorization.DecideOperation(Contributors, Alice, upgrade, "", Workspace);
        var byActions = StepAuthorization.DecideOperation(
            Holding(Examples.Contributor, writer), Alice, upgrade, "", Workspace);

        Assert.Equal((false, "AUTHZ-05"), (byMatrix.IsAllowed, byMatrix.Rule.Text));
        Assert.Equal("the matrix gives it to Owner at least", byMatrix.Reason);
        Assert.Equal((true, StepBasis.Actions), (byActions.IsAllowed, byActions.Basis));
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void For_each_of_the_three_roles_each_operation_is_as_the_matrix_says()
    {
        var roles = new[] { Examples.Owner, Examples.Contributor, Examples.Reader };
        foreach (var operation in OperationMatrix.Operations)
        {
            foreach (var role in Enum.GetValues<BuiltInRole>())
            {
                var decision = StepAuthorization.DecideOperation(
                    Holding(roles[(int)role]), Alice, operation, "", Workspace);

                Assert.Equal(OperationMatrix.Decide(operation.Rule, role) == MatrixAnswer.Allowed, decision.IsAllowed);
                Assert.Equal((StepBasis.Matrix, operation.Rule), (decision.Basis, decision.Rule));
            }
        }
    }

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void The_widest_of_several_built_in_roles_counts() =>
        Assert.Equal("a1", Decide(Holding(Examples.Reader, Examples.Owner), "register a model").Assignment);

    [Fact]
    [Trait("Rule", "DEC-16")]
    public void A_custom_role_that_calls_itself_owner_is_none_of_the_three()
    {
        var impostor = Examples.Role("Owner", Examples.Block(["*/read"]));
        var policy = AccessPolicy.Create(
            [impostor], [Examples.Assign(impostor, Examples.Alice, Examples.Group1)]);

        Assert.Equal((false, StepBasis.Actions), (Decide(policy, "register a model").IsAllowed, Decide(policy, "register a model").Basis));
    }

    [Fact]
    public void Of_a_deployment_only_the_way_to_its_target_counts()
    {
        var policy = Holding(AciDeployer);

        Assert.True(Decide(policy, "deploy to Azure Container Instances").IsAllowed);
        Assert.False(Decide(policy, "deploy to Azure Kubernetes Service").IsAllowed);
    }

    [Fact]
    public void A_guest_is_refused_under_the_rules_of_2020_and_not_under_those_of_today()
    {
        var guest = Principal.Guest(Examples.Alice, GuestEvidence.AccountClaim);

        Assert.Equal("AUTHZ-20", StepAuthorization.Decide(Contributors, guest, Row("submit a run"), Workspace).Rule.Text);
        Assert.True(StepAuthorization.Decide(
            Contributors.Under(RuleSet.Current), guest, Row("submit a run"), Workspace).IsAllowed);
    }

    [Fact]
    public void Whoever_holds_nothing_is_denied_by_default() =>
        Assert.Equal("RBAC-01", Decide(Holding(), "read metrics").Rule.Text);

    [Fact]
    public void A_deny_assignment_comes_before_the_matrix()
    {
        var policy = AccessPolicy.Create(
            [Examples.Owner],
            [Examples.Assign(Examples.Owner, Examples.Alice, Examples.Group1)],
            [Examples.Deny(Examples.Group1, ["*/models/write"])]);

        Assert.Equal((false, "RBAC-03"), (Decide(policy, "register a model").IsAllowed, Decide(policy, "register a model").Rule.Text));
        Assert.True(Decide(policy, "read metrics").IsAllowed);
    }

    [Fact]
    public void What_stands_under_a_condition_does_not_count()
    {
        var policy = AccessPolicy.Create(
            [Examples.Owner, Examples.Reader],
            [
                Examples.Assign(Examples.Owner, Examples.Alice, Examples.Group1, "a1", "@Resource[x] == 1"),
                Examples.Assign(Examples.Reader, Examples.Alice, Examples.Group1, "a2"),
            ]);

        Assert.Equal((false, "RBAC-04"), (Decide(policy, "register a model").IsAllowed, Decide(policy, "register a model").Rule.Text));
        Assert.Equal("a2", Decide(policy, "read metrics").Assignment);
    }

    [Fact]
    public void A_step_that_no_user_takes_and_a_way_that_does_not_exist_are_a_callers_mistake()
    {
        Assert.Throws<ArgumentException>(() => Decide(Contributors, "take a snapshot"));
        Assert.Throws<ArgumentException>(
            () => StepAuthorization.DecideOperation(Contributors, Alice, Call, "fax", Workspace));
    }

    [Fact]
    public void A_denial_is_told_as_an_event_with_its_rules()
    {
        var told = Decide(Readers, "register a model").ToAuditEvent("e1", Now, "test");

        Assert.Equal("Microsoft.MachineLearningServices/workspaces/models/write", told.Operation);
        Assert.Equal(new AuditOutcome.Denied("the matrix gives it to Contributor at least"), told.Outcome);
        Assert.Equal(["AUTHZ-11", "DEC-16"], told.Trace!.Rules.AsEnumerable());
    }

    private static StepDecision Decide(AccessPolicy policy, string step) =>
        StepAuthorization.Decide(policy, Alice, Row(step), Workspace);
}
