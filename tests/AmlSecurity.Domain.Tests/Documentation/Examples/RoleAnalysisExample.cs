using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/role-analysis.md</c>.</summary>
public sealed class RoleAnalysisExample
{
    [Fact]
    public void Two_roles_are_compared()
    {
        var contributor = RoleCatalogue.Get(BuiltInRole.Contributor, RuleSet.Current).Definition;
        var custom = RoleCatalogue.Get(BuiltInRole.Reader, RuleSet.Current).Definition;
        using var Console = new StringWriter { NewLine = "\n" };

        // <example>
        var compared = RoleComparison.Compare(custom, contributor, Plane.Control);
        Console.WriteLine(compared.Relation);   // Narrower
        Console.WriteLine(compared.OnlyB);      // an operation that only Contributor grants
        // </example>

        Assert.StartsWith("Narrower\n", Console.ToString(), StringComparison.Ordinal);
        Assert.True(contributor.Covers(compared.OnlyB!, Plane.Control));
        Assert.False(custom.Covers(compared.OnlyB!, Plane.Control));
    }
}
