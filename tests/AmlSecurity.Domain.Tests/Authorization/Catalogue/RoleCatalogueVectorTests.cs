using System.Text.Json;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Catalogue;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Authorization.Catalogue;

/// <summary>Holds the catalogue of roles against the exports it was made from.</summary>
public sealed class RoleCatalogueVectorTests
{
    [VectorFact(RbacVectors.BuiltInPath)]
    public void Every_role_is_the_exported_one_in_every_member()
    {
        var exported = RbacVectors.BuiltIn.Values.ToDictionary(role => role.Id!);

        Assert.All(
            RoleCatalogue.Entries.Where(entry => entry.Source == RoleCatalogue.Source),
            entry => Assert.Equal(exported[entry.Definition.Id!], entry.Definition));
    }

    [VectorTheory(RbacVectors.BuiltInPath)]
    [InlineData("AzureML ", 4)]
    [InlineData("Azure Machine Learning ", 1)]
    [InlineData("Key Vault ", 13)]
    [InlineData("Storage Blob Data ", 3)]
    public void Of_these_families_no_exported_role_is_left_out(string beginning, int count)
    {
        var exported = Names(RbacVectors.BuiltIn.Values);

        Assert.Equal(count, exported.Length);
        Assert.Equal(exported, Names(RoleCatalogue.Under(RuleSet.Current)));

        string[] Names(IEnumerable<RoleDefinition> roles) =>
            [.. roles.Select(role => role.Name).Where(name => name.StartsWith(beginning, StringComparison.Ordinal))];
    }

    [VectorFact("rbac/well-known-role-ids.json")]
    public void The_ids_are_the_well_known_ones()
    {
        using var known = JsonDocument.Parse(RbacVectors.Bytes("rbac/well-known-role-ids.json"));
        var found = known.RootElement.EnumerateObject()
            .Select(role => (role.Name, Entry: Find(role.Value.GetString())))
            .Where(role => role.Entry is not null)
            .ToList();

        Assert.Equal(24, found.Count);
        Assert.All(found, role => Assert.Equal(role.Name, role.Entry!.Definition.Name));

        static CatalogueRole? Find(string? id) =>
            RoleCatalogue.Find(RoleDefinitionId.Read(id).Expect(), RuleSet.Current);
    }

    [VectorFact("aml/roles-builtin")]
    public void The_single_files_say_the_same()
    {
        var files = Directory.GetFiles(OutsideVectors.PathOf("aml/roles-builtin"), "*.json");

        Assert.Equal(11, files.Length);
        Assert.All(files, file =>
        {
            var role = Assert.Single(RoleDefinition.Read(File.ReadAllBytes(file)).Values);
            Assert.Equal(role, RoleCatalogue.Find(role.Id!, RuleSet.Current)?.Definition);
        });
    }
}
