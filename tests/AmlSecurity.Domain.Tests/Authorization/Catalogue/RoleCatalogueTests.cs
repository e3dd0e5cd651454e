using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Catalogue;

public sealed class RoleCatalogueTests
{
    public static TheoryData<RuleSet> RuleSets =>
        [RuleSet.March2020, RuleSet.July2020, RuleSet.Read("2022-06-01").Expect(), RuleSet.Current];

    [Theory]
    [MemberData(nameof(RuleSets))]
    [Trait("Rule", "AUTHZ-02")]
    public void The_three_roles_of_sharing_are_in_force_under_every_rule_set(RuleSet rules)
    {
        foreach (var role in Enum.GetValues<BuiltInRole>())
        {
            var entry = RoleCatalogue.Get(role, rules);

            Assert.Equal(role.ToString(), entry.Definition.Name);
            Assert.Equal(RoleCatalogue.IdOf(role), entry.Definition.Id);
            Assert.Equal(RoleKind.BuiltIn, entry.Definition.Kind);
            Assert.True(entry.Period.Includes(rules));
        }
    }

    [Fact]
    [Trait("Rule", "AUTHZ-02")]
    public void Under_the_rules_of_2020_the_three_roles_are_those_of_the_pages() =>
        Assert.All([Owner, Contributor, Reader], expected =>
        {
            var entry = RoleCatalogue.Find(expected.Id!, RuleSet.March2020)!;

            Assert.Equal(expected.Blocks.AsEnumerable(), entry.Definition.Blocks);
            Assert.True(entry.IsBeginningKnown);
            Assert.True(entry.Source.AsOf < RuleSet.March2020.Date);
            Assert.Equal("Azure page on role definitions", entry.Source.Name);
        });

    [Fact]
    [Trait("Rule", "AUTHZ-02")]
    public void Contributor_has_three_exclusions_under_the_rules_of_2020_and_eleven_today()
    {
        Assert.Equal(3, Exclusions(RuleSet.March2020));
        Assert.Equal(3, Exclusions(RuleSet.July2020));
        Assert.Equal(11, Exclusions(RuleSet.Current));
        Assert.Equal(11, Exclusions(RuleSet.Read("2021-01-01").Expect()));

        static int Exclusions(RuleSet rules) =>
            RoleCatalogue.Get(BuiltInRole.Contributor, rules).Definition.Blocks.Single().NotActions.Length;
    }

    [Theory]
    [InlineData("AzureML Data Scientist", "2021-07-13", "2021-07-14")]
    [InlineData("AzureML Compute Operator", "2022-09-26", "2022-09-27")]
    [InlineData("Key Vault Administrator", "2020-05-18", "2020-05-19")]
    [InlineData("Key Vault Crypto Service Encryption User", "2020-05-19", "2020-05-20")]
    public void A_role_is_not_in_the_catalogue_before_it_existed(string name, string before, string from)
    {
        Assert.Null(RoleCatalogue.Find(name, RuleSet.March2020));
        Assert.Null(RoleCatalogue.Find(name, RuleSet.Read(before).Expect()));
        Assert.True(RoleCatalogue.Find(name, RuleSet.Read(from).Expect())!.IsBeginningKnown);
    }

    [Fact]
    public void In_March_2020_there_are_twelve_of_the_roles() => Assert.Equal(
        [
            "AcrPull", "AcrPush", "Contributor", "Key Vault Contributor", "Managed Identity Contributor",
            "Managed Identity Operator", "Owner", "Reader", "Storage Blob Data Contributor", "Storage Blob Data Owner",
            "Storage Blob Data Reader", "User Access Administrator",
        ],
        RoleCatalogue.Under(RuleSet.March2020).Select(role => role.Name));

    [Fact]
    public void Today_there_are_all_of_them_each_once_by_name()
    {
        var current = RoleCatalogue.Under(RuleSet.Current);

        Assert.Equal(30, current.Length);
        Assert.Equal(current.OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase), current);
        Assert.Equal(30, current.Select(role => role.Id).Distinct().Count());
        Assert.Equal(33, RoleCatalogue.Entries.Length);
        Assert.All(RoleCatalogue.Entries, entry => Assert.Equal(RoleKind.BuiltIn, entry.Definition.Kind));
        Assert.Equal("2026-08-22", RoleCatalogue.Source.AsOf.ToString("uuuu-MM-dd", null));
    }

    [Fact]
    public void No_role_is_in_force_twice_on_a_date() =>
        Assert.All(RoleCatalogue.Entries.GroupBy(entry => entry.Definition.Id!), role =>
        {
            foreach (var (earlier, later) in role.Zip(role.Skip(1)))
            {
                Assert.Equal(earlier.Period.Until, later.Period.From);
            }

            Assert.Null(role.Last().Period.Until);
        });

    [Fact]
    public void A_beginning_that_no_source_gives_is_the_end_of_the_pages_of_2020() => Assert.Equal(
        [
            "Contributor", "Key Vault Certificates Officer", "Key Vault Secrets Officer", "Key Vault Secrets User",
            "Owner", "Reader",
        ],
        RoleCatalogue.Entries.Where(entry => !entry.IsBeginningKnown).Select(entry =>
        {
            Assert.Equal(AuthorizationRules.Pages2020.Until, entry.Period.From);
            return entry.Definition.Name;
        }));

    [Fact]
    public void A_younger_source_shows_that_the_content_is_not_known_for_the_date()
    {
        var entry = RoleCatalogue.Find("Storage Blob Data Contributor", RuleSet.March2020)!;

        Assert.True(entry.IsBeginningKnown);
        Assert.True(entry.Source.AsOf > RuleSet.March2020.Date);
        Assert.Equal(
            "Storage Blob Data Contributor (export of Azure's built-in roles, 2026-08-22)", entry.ToString());
    }

    [Fact]
    public void A_role_is_found_by_any_path_to_it_and_by_its_name_in_any_case()
    {
        const string Definitions = SubscriptionText + "/providers/Microsoft.Authorization/roleDefinitions/";
        var path = RoleDefinitionId.Read(Definitions + "F6C7C914-8DB3-469D-8CA1-694A8F32E121").Expect();
        var scientist = RoleCatalogue.Find("azureml DATA scientist", RuleSet.Current);

        Assert.Equal("AzureML Data Scientist", scientist?.Definition.Name);
        Assert.Equal(scientist, RoleCatalogue.Find(path, RuleSet.Current));
    }

    [Fact]
    public void What_the_catalogue_has_not_is_null()
    {
        Assert.Null(RoleCatalogue.Find("Network Contributor", RuleSet.Current));
        Assert.Null(RoleCatalogue.Find(" Owner", RuleSet.Current));
        Assert.Null(RoleCatalogue.Find("", RuleSet.Current));
        Assert.Null(RoleCatalogue.Find(
            RoleDefinitionId.Read("00000000-0000-0000-0000-000000000000").Expect(), RuleSet.Current));
    }

    [Fact]
    public void A_role_or_a_rule_set_that_is_none_is_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RoleCatalogue.IdOf((BuiltInRole)3));
        Assert.Throws<ArgumentOutOfRangeException>(() => RoleCatalogue.Get((BuiltInRole)(-1), RuleSet.Current));
        Assert.Throws<ArgumentNullException>(() => RoleCatalogue.Get(BuiltInRole.Owner, null!));
        Assert.Throws<ArgumentNullException>(() => RoleCatalogue.Find((string)null!, RuleSet.Current));
        Assert.Throws<ArgumentNullException>(() => RoleCatalogue.Find((RoleDefinitionId)null!, RuleSet.Current));
        Assert.Throws<ArgumentNullException>(() => RoleCatalogue.Under(null!));
    }

    [Theory]
    [MemberData(nameof(RuleSets))]
    [Trait("Rule", "AUTHZ-05")]
    [Trait("Rule", "AUTHZ-15")]
    public void Under_every_rule_set_the_roles_differ_from_the_matrix_in_two_cells(RuleSet rules)
    {
        var differences =
            from role in Enum.GetValues<BuiltInRole>()
            let definition = RoleCatalogue.Get(role, rules).Definition
            from reading in Enum.GetValues<WildcardReading>()
            let policy = AccessPolicy.Create([definition], [Assign(definition, Alice, Workspace)])
                .Under(rules).ReadAs(reading)
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
            differences.Distinct());
    }

    [Fact]
    public void The_document_is_read_on_the_first_question_and_only_then()
    {
        Assert.Null(typeof(RoleCatalogue).TypeInitializer);
        Assert.Same(Owner(), Owner());
        Assert.Equal(RoleCatalogueData.Load().Entries.AsEnumerable(), RoleCatalogue.Entries);

        static CatalogueRole Owner() => RoleCatalogue.Get(BuiltInRole.Owner, RuleSet.Current);
    }

    [Fact]
    public void No_entry_of_the_document_is_irregular()
    {
        var reading = RoleDefinition.Read(BuiltInRoleDocument.Utf8);

        Assert.Empty(reading.Faults);
        Assert.Empty(reading.Notices);
        Assert.All(reading.Values, role => Assert.Equal(ResourceId.Root, Assert.Single(role.AssignableScopes)));
    }
}
