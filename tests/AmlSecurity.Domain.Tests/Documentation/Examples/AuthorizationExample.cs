using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/authorization.md</c>.</summary>
public sealed class AuthorizationExample
{
    [Fact]
    public void A_role_is_found_under_the_rules_that_know_it()
    {
        // <example>
        var entry = RoleCatalogue.Find("AzureML Data Scientist", RuleSet.Current);    // null under March2020
        var contributor = RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.March2020).Definition;
        // </example>

        Assert.Equal("AzureML Data Scientist", entry!.Definition.Name);
        Assert.Null(RoleCatalogue.Find("AzureML Data Scientist", RuleSet.March2020));
        Assert.Equal("Contributor", contributor.Name);
    }
}
