using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

public sealed class ConfigurationDocumentTests
{
    [Theory]
    [InlineData("", "$", 0)]
    [InlineData("{\"a\":", "$.a", 5)]
    [InlineData("{\"a\":[1,}", "$.a[0]", 8)]
    [InlineData("{} {}", "$", 3)]
    [InlineData("{ /* open", "$", 2)]
    [InlineData("{\"a\":\"x\ny\",\"b\":?}", "$.b", 15)]
    public void Broken_JSON_is_a_fault_with_its_place(string text, string path, long offset)
    {
        var fault = ConfigurationDocument.Read(System.Text.Encoding.UTF8.GetBytes(text)).AsT1;

        Assert.Equal((DocumentFaultKind.NotJson, path, offset), (fault.Kind, fault.Path, fault.Offset));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void A_scalar_is_no_document(string text) => Assert.Equal(
        DocumentFaultKind.OfTheWrongType,
        ConfigurationDocument.Read(System.Text.Encoding.UTF8.GetBytes(text)).AsT1.Kind);

    [Theory]
    [InlineData("{", "the parameter file is not JSON from here on")]
    [InlineData("[]", "the parameter file is not an object")]
    public void A_broken_parameter_file_is_a_fault_too(string given, string detail) => Assert.Equal(
        detail, ConfigurationDocument.Read("{}"u8, System.Text.Encoding.UTF8.GetBytes(given)).AsT1.Detail);

    [Fact]
    public void Depth_is_bounded() => Assert.Equal(
        DocumentFaultKind.NotJson,
        ConfigurationDocument.Read(System.Text.Encoding.UTF8.GetBytes(new string('[', 100_000))).AsT1.Kind);

    [Fact]
    public void Comments_and_line_ends_in_strings_are_read()
    {
        var document = TemplateLab.Read(
            """
            // of the whole
            { "$schema": "x", /* two
            lines with a " quote */ "resources": [ { "type": "M.X/y", "name": "a//b /* no comment */", // "
              "properties": { "text": "[concat('one
            two', 'x')]" } } ] }
            """.ReplaceLineEndings("\n"));

        Assert.Equal("a//b /* no comment */", document.Resources[0].Name.AsText);
        Assert.Equal("one\ntwox", document.Resources[0].Properties["text"].AsText);
        Assert.Empty(document.Notices);
    }

    [Fact]
    public void A_member_that_is_there_twice_is_neither_of_the_two()
    {
        var document = TemplateLab.Read("""
            { "type": "M.X/y", "properties": { "hbiWorkspace": true, "HBIWorkspace": false, "ok": 1 } }
            """);

        Assert.Equal("the member is there twice", document.Resources[0].Properties["hbiWorkspace"].Reason);
        Assert.Equal(1, document.Resources[0].Properties["ok"].AsInteger);
        Assert.Equal(DocumentFaultKind.Duplicate, Assert.Single(document.Notices).Kind);
    }

    [Fact]
    public void Text_that_is_not_Unicode_is_unresolved_and_loses_nothing_else()
    {
        var document = TemplateLab.Read("""{ "type": "M.X/y", "properties": { "a": "\ud800", "b": 1 } }""");

        Assert.True(document.Resources[0].Properties["a"].IsUnresolved);
        Assert.Equal(1, document.Resources[0].Properties["b"].AsInteger);
        Assert.Equal(DocumentFaultKind.NotUnicode, Assert.Single(document.Notices).Kind);
    }

    [Fact]
    public void A_resource_of_an_unknown_form_loses_no_other()
    {
        var document = TemplateLab.Read("""
            {
              "$schema": "x",
              "resources": [1, { "name": "n" }, { "type": "[reference('x')]" }, { "type": "M.X/y", "name": "ok" }]
            }
            """);

        Assert.Equal([null, null, "M.X/y"], document.Resources.Select(resource => resource.Type));
        Assert.Equal(
            ["$.resources[0]", "$.resources[1]", "$.resources[2]"], document.Notices.Select(notice => notice.Path));
    }

    [Fact]
    public void The_output_of_a_command_is_brought_into_the_form_of_the_others()
    {
        var document = TemplateLab.Read("""
            [{
              "id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w",
              "location": "eastus2", "name": "w", "resourceGroup": "g", "keyVault": "v", "hbiWorkspace": "true",
              "sku": { "name": "Basic" }, "tags": {}, "type": "Microsoft.MachineLearningServices/workspaces"
            }]
            """);
        var workspace = Assert.Single(document.Resources);

        Assert.Equal(ConfigurationShape.List, document.Shape);
        Assert.True(workspace.Properties["hbiWorkspace"].AsBoolean);
        Assert.Equal("$[0].keyVault", workspace.Properties["keyvault"].Path);
        Assert.Equal("Basic", workspace.Body["sku"]["name"].AsText);
        Assert.Equal(ConfigurationNodeKind.Absent, workspace.Properties["location"].Kind);
        Assert.Equal("eastus2", workspace.Location.AsText);
    }

    [Fact]
    public void The_body_of_a_request_has_no_type_and_says_so()
    {
        var document = TemplateLab.Read("""{ "location": "eastus", "properties": { "hbiWorkspace": true } }""");

        Assert.Equal(ConfigurationShape.Resource, document.Shape);
        Assert.Null(Assert.Single(document.Resources).Type);
        Assert.Null(document.Resources[0].Key);
        Assert.Equal(DocumentFaultKind.Missing, Assert.Single(document.Notices).Kind);
    }

    [Fact]
    public void An_id_that_is_none_is_a_notice_and_the_stated_type_counts()
    {
        var document = TemplateLab.Read("""
            { "value": [{ "id": "a//b", "type": "M.X/y", "name": "n", "properties": {} }], "nextLink": "more" }
            """);

        Assert.Equal("m.x/y|n", document.Resources[0].Key);
        Assert.Null(document.Resources[0].Id);
        Assert.Equal(["$.nextLink", "$.value[0].id"], document.Notices.Select(notice => notice.Path));
    }
}
