using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>Sends 100,000 spoilt documents through each reader.</summary>
/// <remarks>A class a reader, so that they run beside each other.</remarks>
public abstract class MutatedDocumentTests
{
    private const int Count = 100_000;

    /// <summary>Gets a reader and sound documents for it.</summary>
    private protected abstract (HostileDocument.Reader Read, string[] Seeds) Subject { get; }

    [Fact]
    public void Only_faults_come_of_it_and_every_outcome_does()
    {
        var (read, seeds) = Subject;
        var documents = seeds.Select(Examples.Utf8).ToList();
        Assert.All(documents, document => Assert.NotEqual(
            0, HostileDocument.Read(read, document, Strictness.Lenient, "sound").Values));

        var seen = new Dictionary<DocumentFaultKind, int>();
        var sound = 0;
        for (var seed = 0; seed < Count; seed++)
        {
            var document = Mutation.Make(seed, documents);
            var outcome = HostileDocument.Read(read, document, (Strictness)(seed % 2), $"seed {seed}", uses: true);
            sound += outcome.Faults.IsEmpty ? 1 : 0;
            if (seed % 2 == (int)Strictness.Strict && outcome.Faults.IsEmpty)
            {
                var lenient = HostileDocument.Read(read, document, Strictness.Lenient, $"seed {seed}");
                Assert.Equal((0, 0), (lenient.Faults.Length, lenient.Notices.Length));

                // More of a hierarchy: there any bare name may be a subscription, too.
                Assert.True(lenient.Values >= outcome.Values);
            }

            foreach (var fault in outcome.Faults)
            {
                seen[fault.Kind] = seen.GetValueOrDefault(fault.Kind) + 1;
            }
        }

        // Else the documents are spoilt too much or too little to prove anything.
        Assert.InRange(sound, Count / 20, Count / 2);
        Assert.All(
            [
                DocumentFaultKind.NotJson,
                DocumentFaultKind.OfTheWrongType,
                DocumentFaultKind.Duplicate,
                DocumentFaultKind.NotUnicode,
                DocumentFaultKind.Malformed,
            ],
            kind =>
                Assert.True(seen.GetValueOrDefault(kind) > 100, $"{kind} came {seen.GetValueOrDefault(kind)} times"));
    }

    public sealed class OfRoles : MutatedDocumentTests
    {
        private protected override (HostileDocument.Reader Read, string[] Seeds) Subject => (HostileDocument.Roles,
        [
            """
            {"Name":"r","Id":"88888888-8888-8888-8888-888888888888","IsCustom":true,"Actions":["a/*","*/read"],
            "NotActions":["a/*/b"],"AssignableScopes":["/subscriptions/11111111-1111-1111-1111-111111111111"]}
            """,
            """
            [{"assignableScopes":["/"],"name":"8e3af657-a8ff-443c-a75c-2fe8c4bcb635","permissions":[{"actions":["*"],
            "condition":null}],"roleName":"Owner","roleType":"BuiltInRole"}]
            """,
            """
            {"value":[{"id":"/x/roleDefinitions/r","properties":{"roleName":"r","type":"CustomRole",
            "permissions":[{"dataActions":["a/b"],"condition":"c","conditionVersion":"2.0"}]}}],"nextLink":null}
            """,
        ]);
    }

    public sealed class OfAssignments : MutatedDocumentTests
    {
        private protected override (HostileDocument.Reader Read, string[] Seeds) Subject =>
            (HostileDocument.Assignments,
        [
            """
            [{"id":"/x/a","principalId":"aaaaaaaa-0000-0000-0000-000000000001","principalType":"User",
            "roleDefinitionId":"/x/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
            "roleDefinitionName":"Reader",
            "scope":"/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg","condition":"c"}]
            """,
            """
            {"value":[{"name":"a","properties":{"principalId":"aaaaaaaa-0000-0000-0000-000000000001",
            "roleDefinitionId":"acdd72a7-3385-48ef-bd42-f606fba81ae7","scope":"/"}}]}
            """,
        ]);
    }

    public sealed class OfDenies : MutatedDocumentTests
    {
        private protected override (HostileDocument.Reader Read, string[] Seeds) Subject => (HostileDocument.Denies,
        [
            """
            [{"id":"d","denyAssignmentName":"n","scope":"/","permissions":[{"actions":["*"],"notActions":["*/read"]}],
            "principals":[{"id":"00000000-0000-0000-0000-000000000000","type":"SystemDefined"}],
            "doNotApplyToChildScopes":true,"isSystemProtected":"false"}]
            """,
            """
            {"properties":{"scope":"/subscriptions/11111111-1111-1111-1111-111111111111","permissions":[],
            "principals":[],"excludePrincipals":[{"id":"aaaaaaaa-0000-0000-0000-000000000001"}],
            "denyAssignmentEffect":"audit"}}
            """,
        ]);
    }

    public sealed class OfGroups : MutatedDocumentTests
    {
        private protected override (HostileDocument.Reader Read, string[] Seeds) Subject => (HostileDocument.Groups,
        [
            """
            {"bbbbbbbb-0000-0000-0000-000000000001":["aaaaaaaa-0000-0000-0000-000000000001"],
            "bbbbbbbb-0000-0000-0000-000000000002":[]}
            """,
            """
            {"value":[{"id":"bbbbbbbb-0000-0000-0000-000000000001","displayName":"g",
            "members":[{"id":"aaaaaaaa-0000-0000-0000-000000000001","x":{}}]}]}
            """,
            """[{"id":"bbbbbbbb-0000-0000-0000-000000000001","members":["aaaaaaaa-0000-0000-0000-000000000001"]}]""",
        ]);
    }

    public sealed class OfTheHierarchy : MutatedDocumentTests
    {
        private protected override (HostileDocument.Reader Read, string[] Seeds) Subject => (HostileDocument.Hierarchy,
        [
            """
            {"11111111-1111-1111-1111-111111111111":"mid",
            "/providers/Microsoft.Management/managementGroups/mid":"top"}
            """,
            """
            {"children":[{"children":null,"id":"/subscriptions/11111111-1111-1111-1111-111111111111"},
            {"children":[{"id":"/providers/Microsoft.Management/managementGroups/a"}],
            "id":"/providers/Microsoft.Management/managementGroups/b"}],
            "id":"/providers/Microsoft.Management/managementGroups/top"}
            """,
        ]);
    }
}
