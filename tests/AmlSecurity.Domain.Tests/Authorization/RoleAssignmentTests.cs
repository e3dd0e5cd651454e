using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class RoleAssignmentTests
{
    private const string ReaderPath =
        SubscriptionText + "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7";

    private const string Cli = $$"""
        {
          "canDelegate": null, "condition": "c", "conditionVersion": "2.0", "description": "why",
          "id": "/x/a1", "name": "a1", "principalId": "aaaaaaaa-0000-0000-0000-000000000001",
          "principalName": "alice@contoso.com", "principalType": "User", "resourceGroup": "rg1",
          "roleDefinitionId": "{{ReaderPath}}", "roleDefinitionName": "Reader",
          "scope": "{{SubscriptionText}}/resourceGroups/rg1", "type": "Microsoft.Authorization/roleAssignments"
        }
        """;

    private const string Arm = $$"""
        {
          "id": "/x/a1", "name": "a1", "type": "Microsoft.Authorization/roleAssignments",
          "properties": {
            "roleDefinitionId": "{{ReaderPath}}", "principalId": "aaaaaaaa-0000-0000-0000-000000000001",
            "principalType": "User", "scope": "{{SubscriptionText}}/resourceGroups/rg1", "condition": null }
        }
        """;

    [Fact]
    [Trait("Rule", "AUTHZ-02")]
    public void The_CLI_form_is_read_whole()
    {
        var expected = new RoleAssignment(
            "/x/a1",
            Alice,
            new RoleReference(RoleDefinitionId.Read(ReaderPath).Expect(), "Reader"),
            Group1,
            new AccessCondition("c", "2.0"),
            PrincipalKind.User,
            "alice@contoso.com",
            "why");

        Assert.Equal(expected, Single(Cli));
    }

    [Fact]
    public void The_ARM_form_is_read_from_its_properties() => Assert.Equal(
        new RoleAssignment(
            "/x/a1",
            Alice,
            new RoleReference(RoleDefinitionId.Read(ReaderPath).Expect()),
            Group1,
            PrincipalKind: PrincipalKind.User),
        Single(Arm));

    [Theory]
    [InlineData(Cli)]
    [InlineData(Arm)]
    public void What_is_written_reads_as_the_same_assignment(string json)
    {
        var written = Written(Single(json).WriteTo);

        var again = RoleAssignment.Read(written).Values.Single();

        Assert.Equal(Single(json), again);
        Assert.Equal(written, Written(again.WriteTo));
    }

    [Theory]
    [InlineData("", "$[0]")]
    [InlineData(""" "name":"n", """, "n")]
    [InlineData(""" "name":"n","id":"i", """, "i")]
    [InlineData(""" "id":null, """, "$[0]")]
    public void An_assignment_without_an_id_is_named_by_what_is_there(string members, string id)
    {
        var json = $$"""[{ {{members}} "principalId":"u","roleDefinitionName":"Reader","scope":"/"}]""";

        Assert.Equal(id, RoleAssignment.Read(Utf8(json), Strictness.Lenient).Values.Single().Id);
    }

    [Theory]
    [InlineData("""{"roleDefinitionName":"r","scope":"/"}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"principalId":"u","roleDefinitionName":"r"}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"principalId":"u","scope":"/"}""", "$", DocumentFaultKind.Missing)]
    [InlineData("""{"principalId":"u","scope":"/","roleDefinitionName":""}""", "$", DocumentFaultKind.Missing)]
    [InlineData(
        """{"principalId":7,"roleDefinitionName":"r","scope":"/"}""",
        "$.principalId", DocumentFaultKind.OfTheWrongType)]
    [InlineData(
        """{"principalId":"u","roleDefinitionName":"r","scope":"rg1"}""", "$.scope", DocumentFaultKind.Malformed)]
    [InlineData(
        """{"principalId":"","roleDefinitionName":"r","scope":"/"}""", "$.principalId", DocumentFaultKind.Malformed)]
    [InlineData(
        """{"principalId":"u","roleDefinitionId":"/a/b","scope":"/"}""",
        "$.roleDefinitionId", DocumentFaultKind.Malformed)]
    public void What_is_no_assignment_is_a_fault_at_its_place(string json, string path, DocumentFaultKind kind)
    {
        var reading = RoleAssignment.Read(Utf8(json), Strictness.Lenient);

        Assert.Equal((kind, path), Assert.Single(reading.Faults.Select(fault => (fault.Kind, fault.Path))));
        Assert.Empty(reading.Values);
    }

    [Theory]
    [InlineData("User", PrincipalKind.User, 0)]
    [InlineData("serviceprincipal", PrincipalKind.ServicePrincipal, 0)]
    [InlineData("", PrincipalKind.Unknown, 0)]
    [InlineData("Robot", PrincipalKind.Unknown, 1)]
    [InlineData("1", PrincipalKind.Unknown, 1)]
    [InlineData("User,Group", PrincipalKind.Unknown, 1)]
    [InlineData("User ", PrincipalKind.Unknown, 1)]
    public void The_type_of_a_principal_is_one_known_word(string text, PrincipalKind kind, int notices)
    {
        var json = $$"""{"principalId":"u","roleDefinitionName":"r","scope":"/","principalType":"{{text}}"}""";
        var reading = RoleAssignment.Read(Utf8(json), Strictness.Lenient);

        Assert.Equal(kind, reading.Values.Single().PrincipalKind);
        Assert.Equal(notices, reading.Notices.Length);
    }

    [Fact]
    public void A_blank_condition_is_none()
    {
        const string Json =
            """{"principalId":"u","roleDefinitionName":"r","scope":"/","condition":"","conditionVersion":"2.0"}""";

        Assert.Null(RoleAssignment.Read(Utf8(Json), Strictness.Lenient).Values.Single().Condition);
    }

    private static RoleAssignment Single(string json)
    {
        var reading = RoleAssignment.Read(Utf8(json));
        Assert.Empty(reading.Faults);
        return Assert.Single(reading.Values);
    }
}
