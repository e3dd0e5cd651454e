using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

public sealed class ConfigurationNodeTests
{
    private const string Body = """
        {
          "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.X/ys/n",
          "properties": {
            "flag": true, "textFlag": "False", "number": 42, "fraction": 1.5, "big": 99999999999999999999,
            "text": "a", "none": null, "list": [1, { "deep": "x" }], "odd name": 1, "[not] an expression": "[x()]"
          }
        }
        """;

    private static ConfigurationNode Properties => TemplateLab.Read(Body).Resources[0].Properties;

    [Fact]
    public void Members_are_found_in_any_case_and_missing_ones_have_the_path_they_would_have()
    {
        Assert.Equal("a", Properties["TEXT"].AsText);
        Assert.Equal(ConfigurationNodeKind.Absent, Properties["missing"]["below"][3].Kind);
        Assert.Equal("$.properties.missing.below[3]", Properties["missing"]["below"][3].Path);
        Assert.Equal("$.properties['odd name']", Properties["odd name"].Path);
        Assert.Equal("x", Properties["list"][1]["deep"].AsText);
        Assert.Equal(ConfigurationNodeKind.Absent, Properties["list"][2].Kind);
        Assert.Throws<ArgumentOutOfRangeException>(() => Properties["list"][-1]);
    }

    [Theory]
    [InlineData("flag", true, null, null)]
    [InlineData("textFlag", false, "False", null)]
    [InlineData("number", null, null, 42L)]
    [InlineData("fraction", null, null, null)]
    [InlineData("big", null, null, null)]
    [InlineData("text", null, "a", null)]
    [InlineData("none", null, null, null)]
    [InlineData("list", null, null, null)]
    [InlineData("[not] an expression", null, "[x()]", null)]
    public void A_value_is_what_it_can_be_taken_for(string name, bool? flag, string? text, long? number)
    {
        Assert.Equal(flag, Properties[name].AsBoolean);
        Assert.Equal(text, Properties[name].AsText);
        Assert.Equal(number, Properties[name].AsInteger);
        Assert.Equal(name != "none", Properties[name].IsKnown);
        Assert.False(Properties[name].IsUnresolved);
    }

    [Fact]
    public void The_offset_is_that_of_the_value_in_the_document()
    {
        const string Text = "{\"properties\":{\"a\":/* b */\"line\none\",\"c\":[7]},\"type\":\"M.X/y\"}";
        var properties = TemplateLab.Read(Text).Resources[0].Properties;

        Assert.Equal(Text.IndexOf("\"line", StringComparison.Ordinal), properties["a"].Offset);
        Assert.Equal("line\none", properties["a"].AsText);
        Assert.Equal(Text.IndexOf('7', StringComparison.Ordinal), properties["c"][0].Offset);
    }

    [Fact]
    public void What_is_below_an_unresolved_value_is_unresolved_for_the_same_reason()
    {
        var node = TemplateLab.Evaluate("reference('x')")["a"][2]["b"];

        Assert.True(node.IsUnresolved);
        Assert.Equal("$.resources[0].properties.value.a[2].b", node.Path);
        Assert.Equal("what `reference` gives is not known", node.Reason);
        Assert.Equal("[reference('x')]", node.Expression);
        Assert.Equal($"{node.Path}: unresolved, what `reference` gives is not known", $"{node}");
    }

    [Fact]
    public void A_value_from_a_parameter_names_it_wherever_it_came_through()
    {
        const string Parameters = """
            {
              "pass": { "type": "string", "defaultValue": "hunter2" },
              "box": { "type": "object", "defaultValue": { "in": ["hunter2"] } }
            }
            """;
        const string Variables = """{ "through": { "p": "[parameters('PASS')]" } }""";
        var properties = TemplateLab.Template(
            """
            {
              "direct": "[parameters('pass')]", "far": "[if(true(), variables('through').p, '')]",
              "inside": "[parameters('box')]", "picked": "[parameters('box').in[0]]", "own": "x",
              "made": "[concat(parameters('pass'), 'x')]"
            }
            """,
            Parameters,
            Variables,
            """{ "parameters": { "pass": { "value": "other" } } }""").Resources[0].Properties;

        Assert.Equal(new { Name = "pass", IsSecure = false, IsGiven = true }, Shown(properties["direct"]));
        Assert.Equal("pass", properties["far"].Parameter?.Name);
        Assert.Equal(new { Name = "box", IsSecure = false, IsGiven = false }, Shown(properties["inside"]["in"][0]));
        Assert.Equal("box", properties["picked"].Parameter?.Name);
        Assert.Null(properties["own"].Parameter);
        Assert.Null(properties["made"].Parameter);
        Assert.Equal("other", properties["direct"].AsText);
    }

    [Theory]
    [InlineData("""{ "parameters": { "p": { "value": "hunter2" } } }""", true)]
    [InlineData("""{ "p": "hunter2" }""", true)]
    [InlineData("""{ "P": { "value": "hunter2" } }""", true)]
    [InlineData("", false)]
    public void What_a_secure_parameter_holds_is_nowhere(string given, bool isGiven)
    {
        foreach (var type in new[] { "secureString", "SECUREOBJECT" })
        {
            var document = TemplateLab.Template(
                """
                {
                  "a": "[parameters('p')]", "b": "[concat('x', parameters('p').y)]",
                  "c": "[if(empty(parameters('p')), 1, 2)]", "d": ["[string(createArray(parameters('p')))]"]
                }
                """,
                $$"""{ "p": { "type": "{{type}}", "defaultValue": "hunter2" } }""",
                given: given);
            var properties = document.Resources[0].Properties;

            Assert.Equal(new { Name = "p", IsSecure = true, IsGiven = isGiven }, Shown(properties["a"]));
            Assert.Equal("p", properties["b"].Parameter?.Name);
            Assert.Equal("the parameter `p` is secure", properties["c"].Reason);
            Assert.Equal("{\"a\":?,\"b\":?,\"c\":?,\"d\":[?]}", TemplateLab.Show(properties));
            Assert.DoesNotContain("hunter2", string.Join(' ', document.Notices), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_value_in_a_key_vault_is_secure_whatever_the_template_declares()
    {
        var node = TemplateLab.Evaluate(
            "parameters('p')",
            """{ "p": { "type": "string", "defaultValue": "x" } }""",
            given: """
                { "parameters": { "p": { "reference": { "keyVault": { "id": "v" }, "secretName": "s" } } } }
                """);

        Assert.True(node.IsUnresolved);
        Assert.Equal(new { Name = "p", IsSecure = true, IsGiven = true }, Shown(node));
    }

    [Theory]
    [InlineData("resourceId('Microsoft.X/ys', 'n')")]
    [InlineData("resourceId('any-group', 'Microsoft.X/ys', toUpper('n'))")]
    [InlineData("resourceId(subscription().subscriptionId, 'g', 'microsoft.x/YS', 'N')")]
    [InlineData("resourceId('s', 'g', 'Microsoft.X/ys', 'n')")]
    [InlineData("resourceId(parameters('group'), 'Microsoft.X/ys', 'n')")]
    [InlineData("concat('/subscriptions/s/resourceGroups/g/providers/Microsoft.X/ys', '/n')")]
    public void An_id_has_the_key_of_its_resource_also_while_the_scope_is_not_known(string expression)
    {
        var node = TemplateLab.Evaluate(expression, """{ "group": { "type": "string" } }""");

        Assert.Equal("microsoft.x/ys|n", node.ResourceKey);
        Assert.Null(node["below"].ResourceKey);
    }

    [Theory]
    [InlineData("concat(parameters('a'), '/', parameters('b'))")]
    [InlineData("concat(concat(parameters('a'), '/'), variables('b'))")]
    public void A_name_that_is_not_known_has_a_key_all_the_same(string name)
    {
        var document = TemplateLab.Read($$"""
            {
              "$schema": "x",
              "parameters": { "a": { "type": "string" }, "b": { "type": "string" } },
              "variables": { "b": "[parameters('B')]" },
              "resources": [
                { "type": "Microsoft.X/ys/zs", "name": "[{{name}}]" },
                {
                  "type": "Microsoft.X/ys", "name": "[parameters('b')]",
                  "properties": { "z": "[resourceId('Microsoft.X/ys/zs', parameters('a'), variables('b'))]" }
                }
              ]
            }
            """);

        Assert.NotNull(document.Resources[0].Key);
        Assert.Equal(document.Resources[0].Key, document.Resources[1].Properties["z"].ResourceKey);
        Assert.NotEqual(document.Resources[0].Key, document.Resources[1].Key);
    }

    [Fact]
    public void Two_values_that_are_new_at_each_call_never_have_one_key()
    {
        var keys = TemplateLab.Read("""
            {
              "$schema": "x",
              "parameters": {
                "a": { "type": "string", "defaultValue": "[newGuid()]" },
                "b": { "type": "string", "defaultValue": "[newGuid()]" }
              },
              "resources": [
                { "type": "M.X/y", "name": "[parameters('a')]" },
                { "type": "M.X/y", "name": "[parameters('b')]" },
                { "type": "M.X/y", "name": "[concat(parameters('a'))]" },
                { "type": "M.X/y", "name": "[newGuid()]" }
              ]
            }
            """).Resources.Select(resource => resource.Key).ToList();

        Assert.Equal(3, keys.Take(3).OfType<string>().Distinct().Count());
        Assert.Null(keys[3]);
    }

    private static object Shown(ConfigurationNode node) =>
        new { node.Parameter!.Name, node.Parameter.IsSecure, node.Parameter.IsGiven };
}
