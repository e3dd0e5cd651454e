using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

public sealed class TemplateReaderTests
{
    [Fact]
    public void Resources_inside_of_others_get_the_joined_type_and_name_and_not_the_condition()
    {
        var resources = TemplateLab.Read("""
            {
              "$schema": "x", "parameters": { "ws": { "type": "string" } },
              "resources": [{
                "type": "Microsoft.X/workspaces", "name": "[parameters('ws')]", "condition": false,
                "resources": [
                  {
                    "type": "computes", "name": "c", "condition": "[equals(1, 1)]",
                    "resources": [{ "type": "nodes", "name": "[concat('n', 1)]" }]
                  },
                  { "type": "Microsoft.X/workspaces/computes", "name": "d", "condition": "[parameters('ws')]" }
                ]
              }]
            }
            """).Resources;

        Assert.Equal(
            [
                "Microsoft.X/workspaces", "Microsoft.X/workspaces/computes", "Microsoft.X/workspaces/computes/nodes",
                "Microsoft.X/workspaces/computes",
            ],
            resources.Select(resource => resource.Type));
        Assert.Equal([false, true, true, null], resources.Select(resource => resource.Condition));
        Assert.Equal(
            "microsoft.x/workspaces/computes/nodes|{concat(parameters('ws'),\"/c/n1\")}", resources[2].Key);
        Assert.Equal("$.resources[0].resources[0].resources[0].name", resources[2].Name.Path);
        Assert.Equal("[parameters('ws')]", resources[0].Name.Expression);
        Assert.Equal(ConfigurationNodeKind.Absent, resources[0].Body["resources"].Kind);
    }

    [Fact]
    public void A_loop_makes_a_resource_for_each_turn()
    {
        var resources = Loop("3", "[concat('n', copyIndex(), '-', copyIndex(10), '-', copyIndex('l', 1))]");

        Assert.Equal(["n0-10-1", "n1-11-2", "n2-12-3"], resources.Resources.Select(resource => resource.Name.AsText));
        Assert.All(resources.Resources, resource => Assert.Equal("$.resources[0]", resource.Path));
        Assert.Empty(Loop("0", "n").Resources);
    }

    [Theory]
    [InlineData("\"[parameters('open')]\"", 0)]
    [InlineData("801", 1)]
    [InlineData("-1", 1)]
    [InlineData("\"many\"", 1)]
    public void A_loop_of_unknown_length_is_one_resource_that_is_not_known(string count, int notices)
    {
        var document = Loop(count, "[concat('n', copyIndex())]");

        Assert.Equal("the number of copies is not known", Assert.Single(document.Resources).Name.Reason);
        Assert.Equal(notices, document.Notices.Length);
    }

    [Fact]
    public void A_loop_of_a_property_makes_a_list()
    {
        var properties = TemplateLab.Template(
            """
            {
              "copy": [
                { "name": "disks", "count": "[parameters('n')]", "input": { "lun": "[copyIndex('disks')]" } },
                { "name": "open", "count": "[parameters('m')]", "input": 1 }
              ],
              "x": 1
            }
            """,
            """{ "n": { "type": "int", "defaultValue": 2 }, "m": { "type": "int" } }""").Resources[0].Properties;

        Assert.Equal("{\"disks\":[{\"lun\":0},{\"lun\":1}],\"open\":?,\"x\":1}", TemplateLab.Show(properties));
    }

    [Fact]
    public void A_nested_template_sees_the_outer_scope_unless_it_asks_for_its_own()
    {
        var outer = Nested("");
        var inner = Nested("\"expressionEvaluationOptions\": { \"scope\": \"Inner\" },");

        Assert.Equal("outer outer-v", outer.Resources[1].Name.AsText);
        Assert.Equal("given outer inner-v", inner.Resources[1].Name.AsText);
        Assert.Equal("$.resources[0].properties.template.resources[0]", inner.Resources[1].Path);
        Assert.Null(inner.Resources[1].Condition);
        Assert.Equal(ConfigurationNodeKind.Absent, inner.Resources[0].Properties["template"].Kind);
    }

    [Fact]
    public void A_template_from_elsewhere_is_a_notice() => Assert.Equal(
        "the deployment takes its template from elsewhere",
        Assert.Single(TemplateLab.Read("""
            {
              "$schema": "x",
              "resources": [{
                "type": "Microsoft.Resources/deployments", "name": "n",
                "properties": { "templateLink": { "uri": "https://example.com/t.json" } }
              }]
            }
            """).Notices).Detail);

    [Fact]
    public void Resources_by_name_are_read_and_those_only_referred_to_are_not()
    {
        var document = TemplateLab.Read("""
            {
              "$schema": "x", "languageVersion": "2.0",
              "resources": {
                "a": { "type": "M.X/y", "name": "n" }, "b": { "type": "M.X/y", "name": "m", "existing": true }
              }
            }
            """);

        Assert.Equal("$.resources.a", Assert.Single(document.Resources).Path);
    }

    [Fact]
    public void A_value_for_a_parameter_that_is_not_declared_is_a_notice() => Assert.Equal(
        "the template declares no parameter `other`",
        Assert.Single(TemplateLab.Template("{}", given: """{ "other": 1 }""").Notices).Detail);

    [Fact]
    public void Values_in_a_parameter_file_are_no_expressions() => Assert.Equal(
        "[concat('a')]",
        TemplateLab.Evaluate(
            "parameters('p')", """{ "p": { "type": "string" } }""", given: """{ "p": "[concat('a')]" }""").AsText);

    private static ConfigurationDocument Loop(string count, string name) => TemplateLab.Read($$"""
        {
          "$schema": "x", "parameters": { "open": { "type": "int" } },
          "resources": [{ "type": "M.X/y", "name": "{{name}}", "copy": { "name": "l", "count": {{count}} } }]
        }
        """);

    private static ConfigurationDocument Nested(string options) => TemplateLab.Read($$"""
        {
          "$schema": "x",
          "parameters": { "p": { "type": "string", "defaultValue": "outer" }, "c": { "type": "bool" } },
          "variables": { "v": "outer-v" },
          "resources": [{
            "type": "Microsoft.Resources/deployments", "name": "d", "condition": "[parameters('c')]",
            "properties": {
              {{options}}
              "parameters": { "p": { "value": "[concat('given ', parameters('p'))]" } },
              "template": {
                "parameters": { "p": { "type": "string" } },
                "variables": { "v": "inner-v" },
                "resources": [{ "type": "M.X/y", "name": "[concat(parameters('p'), ' ', variables('v'))]" }]
              }
            }
          }]
        }
        """);
}
