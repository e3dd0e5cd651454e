using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.PackageProof;

internal static class AuthorizationProof
{
    public static void Prove(Proof proof)
    {
        var roles = """
            [{ "Name": "Scientist", "Actions": ["Microsoft.MachineLearningServices/workspaces/*"],
               "NotActions": ["Microsoft.MachineLearningServices/workspaces/computes/*/write"],
               "AssignableScopes": ["/subscriptions/s"] }]
            """u8;
        var assignments = """
            [{ "id": "a", "principalId": "team", "roleDefinitionName": "Scientist", "scope": "/subscriptions/s" }]
            """u8;
        var policy = AccessPolicy.Read(roles, assignments, groups: """{ "team": ["ada"] }"""u8).Expect();
        var ada = Principal.User(PrincipalId.Read("ada", Strictness.Lenient).Expect());
        var scope = ResourceId.Read("/subscriptions/s", Strictness.Lenient).Expect();

        proof.That("a role through a group allows", policy.Decide(AccessRequest.Control(ada, MlActions.SubmitRun, scope)).IsAllowed);
        var compiled = CompiledPolicy.Compile(policy);
        var ask = AccessRequest.Control(ada, MlActions.SubmitRun, scope);
        proof.Equal("a compiled policy decides alike", policy.Decide(ask), compiled.Describe(compiled.Decide(ask), ask));
        proof.That(
            "a compiled policy understands texts",
            compiled.Decide("ADA", MlActions.SubmitRun.Text, Plane.Control, "/subscriptions/s").IsAllowed);
        proof.That(
            "a snapshot without an assignment denies",
            !compiled.Without(policy.Assignments[0]).Decide(ask).IsAllowed && compiled.Decide(ask).IsAllowed);
        var denied = policy.Explain(AccessRequest.Control(ada, MlActions.WriteCompute, scope));
        proof.That("an exclusion takes away", denied.Decision is AccessDecision.Denied { Reason: DenialReason.Excluded });
        proof.That("an explanation knows that the reading matters", denied.DependsOnReading);
        proof.That("an explanation is text", denied.ToString().Contains("RBAC-05", StringComparison.Ordinal));
        proof.Equal(
            "the matrix refuses an upgrade to contributors",
            MatrixAnswer.Denied,
            OperationMatrix.Decide(RuleId.Read("AUTHZ-05").Expect(), BuiltInRole.Contributor));

        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written))
        {
            policy.Roles[0].WriteTo(json, RoleShape.Cli);
        }

        proof.Equal("a role survives writing", policy.Roles[0], RoleDefinition.Read(written.ToArray(), Strictness.Lenient).Values[0]);
        proof.That("the pages of 2020 have their findings", !policy.Under(RuleSet.March2020).Assess().IsEmpty);

        ProveConditions(proof, ada, scope);
        proof.Equal("the catalogue of roles is in the package", 33, RoleCatalogue.Entries.Length);
        proof.That(
            "a role is found by its name",
            RoleCatalogue.Find("azureml data scientist", RuleSet.Current)!
                .Definition.Covers(MlActions.SubmitRun, Plane.Control));
        proof.Equal(
            "a role is not there before it existed",
            null,
            RoleCatalogue.Find("AzureML Data Scientist", RuleSet.March2020));
        proof.Equal(
            "a card says what a contributor lacks",
            MlActions.AssignRole,
            CapabilityCard.Of(RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.Current).Definition)
                .Rows.Single(row => !row.IsAllowed).Best.Missing[0]);
        var contributor = RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.Current).Definition;
        proof.Equal(
            "roles are compared",
            RoleRelation.Narrower,
            RoleComparison.Compare(policy.Roles[0], contributor, Plane.Control).Relation);
        proof.That(
            "an entry that depends on the reading is found",
            RoleLint.Check(policy.Roles[0]).Any(finding => finding.Code == RoleLintCode.ReadingDependent));
        proof.That("nobody is found to escalate", Escalation.Find(policy, scope, []).IsEmpty);
        proof.Equal(
            "the least role grants what was used",
            1,
            LeastPrivilege.For([MlActions.SubmitRun], Plane.Control, [contributor], OperationInventory.Create([], []))
                .ToRole("least", [scope]).Blocks[0].Actions.Length);
        proof.Equal("a stolen identity reaches what it holds", 1, BlastRadius.Of(policy, ada.Id, []).Entries.Length);
        proof.That("the catalogue of operations is in the package", MlOperationCatalogue.Contains(MlActions.SubmitRun));
    }

    private static void ProveConditions(Proof proof, Principal principal, ResourceId scope)
    {
        const string Text = "!(ActionMatches{'*/read'}) OR @Resource[a:name] ForAnyOfAnyValues:StringLike {'rep*', 'b'}";
        var condition = Condition.Read(Text).Expect();
        proof.Equal("a condition survives writing", condition, Condition.Read(condition.Canonical).Expect());
        proof.Equal("its canonical text is its own", Text, condition.Canonical);
        var role = new RoleDefinition("r", [new PermissionBlock([ActionPattern.Read("*/read").Expect()])]);
        var policy = AccessPolicy.Create(
            [role],
            [new RoleAssignment("a", principal.Id, new RoleReference(null, "r"), scope, new AccessCondition(Text))]);
        var ask = AccessRequest.Control(principal, ActionName.Read("x/y/read").Expect(), scope);
        proof.That("a condition withholds", policy.Decide(ask) is AccessDecision.Denied { Reason: DenialReason.ConditionNotMet });
        var known = ConditionAttributes.Read("{ \"resource\": { \"a:name\": [\"reports\"] } }"u8).Values[0];
        proof.That("a condition grants", policy.Decide(ask with { Attributes = known }).IsAllowed);
    }
}
