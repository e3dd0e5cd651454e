using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Tests.Documentation;

/// <summary>The example of the README. A test holds the two texts and the printed output against each other.</summary>
internal static class ReadmeExample
{
    // The parameter bears the name of the framework's class so that the example reads as it would in a program.
    public static void Run(TextWriter Console)
    {
        // <example>
        var roles = """
            [{ "Name": "Data Scientist", "IsCustom": true, "Description": "runs experiments, makes no compute",
               "Actions": ["Microsoft.MachineLearningServices/workspaces/*"],
               "NotActions": ["Microsoft.MachineLearningServices/workspaces/computes/*/write"],
               "AssignableScopes": ["/subscriptions/11111111-1111-1111-1111-111111111111"] }]
            """u8;
        var assignments = """
            [{ "id": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001", "principalType": "User",
               "roleDefinitionName": "Data Scientist",
               "scope": "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml" }]
            """u8;

        var policy = AccessPolicy.Read(roles, assignments).Expect();

        var alice = Principal.User(PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect());
        var workspace = ResourceId.Read(
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/ml"
            + "/providers/Microsoft.MachineLearningServices/workspaces/churn").Expect();

        Console.WriteLine(policy.Decide(AccessRequest.Control(alice, MlActions.SubmitRun, workspace)));
        Console.WriteLine(policy.Explain(AccessRequest.Control(alice, MlActions.WriteCompute, workspace)));
        // </example>
    }
}
