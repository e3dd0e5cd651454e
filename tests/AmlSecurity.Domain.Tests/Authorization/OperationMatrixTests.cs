using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization;

public sealed class OperationMatrixTests
{
    [Theory]
    [InlineData("AUTHZ-03", "Create workspace", "Y Y N")]
    [InlineData("AUTHZ-04", "Share workspace", "Y N N")]
    [InlineData("AUTHZ-05", "Upgrade workspace to Enterprise edition", "Y N N")]
    [InlineData("AUTHZ-06", "Create compute target", "Y Y N")]
    [InlineData("AUTHZ-07", "Attach compute target", "Y Y N")]
    [InlineData("AUTHZ-08", "Attach datastores", "Y Y N")]
    [InlineData("AUTHZ-09", "Run experiment", "Y Y N")]
    [InlineData("AUTHZ-10", "View runs / metrics", "Y Y Y")]
    [InlineData("AUTHZ-11", "Register model", "Y Y N")]
    [InlineData("AUTHZ-12", "Create image", "Y Y N")]
    [InlineData("AUTHZ-13", "Deploy web service", "Y Y N")]
    [InlineData("AUTHZ-14", "View models / images", "Y Y Y")]
    [InlineData("AUTHZ-15", "Call web service", "Y Y Y")]
    [Trait("Rule", "AUTHZ-02")]
    [Trait("Rule", "AUTHZ-03")]
    [Trait("Rule", "AUTHZ-04")]
    [Trait("Rule", "AUTHZ-05")]
    [Trait("Rule", "AUTHZ-06")]
    [Trait("Rule", "AUTHZ-07")]
    [Trait("Rule", "AUTHZ-08")]
    [Trait("Rule", "AUTHZ-09")]
    [Trait("Rule", "AUTHZ-10")]
    [Trait("Rule", "AUTHZ-11")]
    [Trait("Rule", "AUTHZ-12")]
    [Trait("Rule", "AUTHZ-13")]
    [Trait("Rule", "AUTHZ-14")]
    [Trait("Rule", "AUTHZ-15")]
    public void Each_row_says_which_of_the_three_roles_may_do_it(string rule, string name, string cells)
    {
        var row = OperationMatrix.Operations.Single(operation => operation.Rule.Text == rule);

        Assert.Equal(name, row.Name);
        Assert.Equal($"{rule} {name}", row.ToString());
        Assert.Equal(
            cells.Split(' ').Select(cell => cell == "Y" ? MatrixAnswer.Allowed : MatrixAnswer.Denied),
            Enum.GetValues<BuiltInRole>().Select(role => OperationMatrix.Decide(row.Rule, role)));
    }

    [Fact]
    public void The_rows_are_thirteen_in_the_order_of_the_page() => Assert.Equal(
        Enumerable.Range(3, 13).Select(number => $"AUTHZ-{number:00}"),
        OperationMatrix.Operations.Select(operation => operation.Rule.Text));

    [Theory]
    [InlineData(BuiltInRole.Owner, 13)]
    [InlineData(BuiltInRole.Contributor, 11)]
    [InlineData(BuiltInRole.Reader, 3)]
    public void Each_role_has_its_number_of_operations(BuiltInRole role, int count) =>
        Assert.Equal(count, OperationMatrix.Operations.Count(
            row => OperationMatrix.Decide(row.Rule, role) == MatrixAnswer.Allowed));

    [Theory]
    [InlineData("AUTHZ-02")]
    [InlineData("AUTHZ-16")]
    [InlineData("NET-05")]
    [Trait("Rule", "DEC-01")]
    public void What_the_page_does_not_list_is_not_stated(string rule)
    {
        foreach (var role in Enum.GetValues<BuiltInRole>())
        {
            Assert.Equal(MatrixAnswer.NotStated, OperationMatrix.Decide(RuleId.Read(rule).Expect(), role));
        }
    }

    [Fact]
    [Trait("Rule", "AUTHZ-05")]
    [Trait("Rule", "AUTHZ-15")]
    public void The_roles_as_the_pages_of_2020_give_them_differ_from_the_matrix_in_two_cells() =>
        AssertTwoDifferences([Owner, Contributor, Reader]);

    [VectorFact("aml/roles-builtin/owner.json", "aml/roles-builtin/contributor.json", "aml/roles-builtin/reader.json")]
    [Trait("Rule", "AUTHZ-05")]
    [Trait("Rule", "AUTHZ-15")]
    public void The_real_roles_differ_from_the_matrix_in_two_cells() => AssertTwoDifferences(
        [.. "owner contributor reader".Split(' ')
            .Select(name => File.ReadAllBytes(OutsideVectors.PathOf($"aml/roles-builtin/{name}.json")))
            .Select(utf8 => RoleDefinition.Read(utf8).Values.Single())]);

    [Fact]
    public void Ways_are_equal_by_name_and_actions()
    {
        var keys = OperationMatrix.Operations[^1].Alternatives[0];

        Assert.Equal("keys", keys.Name);
        Assert.NotEqual(keys, OperationMatrix.Operations[^1].Alternatives[1]);
        Assert.Equal(OperationMatrix.Operations[3].Alternatives[0], OperationMatrix.Operations[4].Alternatives[0]);
        Assert.NotEqual(OperationMatrix.Operations[3], OperationMatrix.Operations[4]);
    }

    // By whole decisions, in both readings of wildcards: one way suffices, and takes all of its actions.
    private static void AssertTwoDifferences(RoleDefinition[] roles)
    {
        foreach (var reading in Enum.GetValues<WildcardReading>())
        {
            var differences =
                from role in Enum.GetValues<BuiltInRole>()
                let definition = roles[(int)role]
                let policy = AccessPolicy.Create([definition], [Assign(definition, Alice, Workspace)]).ReadAs(reading)
                from row in OperationMatrix.Operations
                from way in row.Alternatives
                let isAllowed = way.Actions.All(action =>
                    policy.Decide(AccessRequest.Control(Principal.User(Alice), action, Workspace)).IsAllowed)
                where isAllowed != (OperationMatrix.Decide(row.Rule, role) == MatrixAnswer.Allowed)
                select (row.Rule.Text, role, way.Name, isAllowed);

            Assert.Equal(
                [
                    ("AUTHZ-05", BuiltInRole.Contributor, "", true),
                    ("AUTHZ-15", BuiltInRole.Reader, "keys", false),
                ],
                differences);
        }
    }
}
