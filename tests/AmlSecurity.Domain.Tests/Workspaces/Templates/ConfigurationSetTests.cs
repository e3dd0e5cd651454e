using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

public sealed class ConfigurationSetTests
{
    private const string Id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.X/workspaces/w";

    private static readonly ConfigurationDocument Template = TemplateLab.Read("""
        {
          "$schema": "x", "parameters": { "open": { "type": "string" } },
          "resources": [{
            "type": "Microsoft.X/workspaces", "name": "w", "location": "East US 2", "apiVersion": "2020-03-01",
            "properties": {
              "a": "[parameters('open')]", "b": "kept", "n": null, "deep": { "x": 1, "y": "[reference('q')]" },
              "flag": "True"
            }
          }]
        }
        """);

    private static readonly ConfigurationDocument Output = TemplateLab.Read($$"""
        {
          "id": "{{Id}}", "name": "W", "type": "microsoft.x/workspaces", "location": "eastus2",
          "A": "filled", "b": "other", "n": 7, "deep": { "Y": { "z": "far" }, "added": true }, "flag": true
        }
        """);

    [Fact]
    public void What_one_document_leaves_open_another_fills_with_its_own_place()
    {
        var set = ConfigurationSet.Merge([Template, Output]);
        var workspace = Assert.Single(set.Resources);
        var properties = workspace.Properties;

        Assert.Equal(Id, workspace.Id?.Text);
        Assert.Equal("filled", properties["a"].AsText);
        Assert.Equal(7, properties["n"].AsInteger);
        Assert.Equal((1, "$.A"), PlaceOf(properties["a"]));
        Assert.Equal((1, "$.deep.Y.z"), PlaceOf(properties["deep"]["y"]["z"]));
        Assert.Equal((1, "$.deep.added"), PlaceOf(properties["deep"]["added"]));
        Assert.Equal((0, "$.resources[0].properties.deep.x"), PlaceOf(properties["deep"]["x"]));
    }

    [Fact]
    public void Where_they_differ_the_earlier_counts_and_a_notice_says_so()
    {
        var set = ConfigurationSet.Merge([Template, Output]);

        Assert.Equal("kept", set.Resources[0].Properties["b"].AsText);
        Assert.Equal(
            "document 0, $.resources[0].properties.b (byte 0): document 1 has another value, which is left out",
            Assert.Single(set.Notices).ToString());
    }

    [Fact]
    public void The_other_way_round_the_places_are_right_too()
    {
        var workspace = Assert.Single(ConfigurationSet.Merge([Output, Template]).Resources);

        Assert.Equal("$.b", workspace.Properties["b"].Path);
        Assert.Equal("2020-03-01", workspace.ApiVersion);
        Assert.Equal((1, "$.resources[0].apiVersion"), PlaceOf(workspace.Body["apiVersion"]));
    }

    [Fact]
    public void Resources_stay_apart_if_ids_differ_or_nothing_says_which_is_meant()
    {
        var other = Id.Replace("/g/", "/h/", StringComparison.Ordinal);
        var elsewhere = TemplateLab.Read($$"""{ "id": "{{other}}", "type": "Microsoft.X/workspaces", "b": 1 }""");
        var open = TemplateLab.Read("""
            { "$schema": "x", "resources": [{ "type": "Microsoft.X/workspaces", "name": "[uniqueString('a')]" }] }
            """);

        Assert.Equal(2, ConfigurationSet.Merge([Output, elsewhere]).Resources.Length);
        Assert.Equal(3, ConfigurationSet.Merge([Output, elsewhere, Template]).Resources.Length);
        Assert.Equal(2, ConfigurationSet.Merge([open, open]).Resources.Length);
        Assert.Equal([0, 1], ConfigurationSet.Merge([open, open]).Resources.Select(resource => resource.Document));
        Assert.Single(ConfigurationSet.Merge([Output, Output]).Resources);
        Assert.Empty(ConfigurationSet.Merge([]).Resources);
    }

    [Fact]
    public void Merging_a_document_with_itself_changes_nothing()
    {
        var set = ConfigurationSet.Merge([Template, Template, Template]);

        Assert.Equal(TemplateLab.Show(Template.Resources[0].Body), TemplateLab.Show(set.Resources[0].Body));
        Assert.Empty(set.Notices);
    }

    [Fact]
    public void Null_documents_are_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentNullException>(() => ConfigurationSet.Merge([null!]));

    private static (int Document, string Path) PlaceOf(ConfigurationNode node) => (node.Document, node.Path);
}
