using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/templates.md</c>.</summary>
public sealed class TemplateExample
{
    [Fact]
    public void A_template_is_read_as_far_as_it_says_something()
    {
        // <example>
        var template = """
            { "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "parameters": { "encrypt": { "type": "bool" }, "status": { "type": "string" } },
              "resources": [
                { "type": "Microsoft.MachineLearningServices/workspaces", "name": "churn",
                  "properties": { "encryption": { "status": "[if(parameters('encrypt'), 'Enabled', 'Disabled')]" } } },
                { "type": "Microsoft.MachineLearningServices/workspaces", "name": "fraud",
                  "properties": { "encryption": { "status": "[parameters('status')]" } } }] }
            """u8;
        var parameters = """{ "parameters": { "encrypt": { "value": true } } }"""u8;
        // </example>
        using var Console = new StringWriter { NewLine = "\n" };

        // <example>
        var document = ConfigurationDocument.Read(template, parameters).Expect();
        foreach (var resource in document.Resources.Where(resource => resource.Condition != false))
        {
            var status = resource.Properties["encryption"]["status"];
            Console.WriteLine(status.IsUnresolved ? $"{status.Path}: {status.Reason}" : $"{status.Path}: {status.AsText}");
        }
        // </example>

        DocumentedOutput.IsOn("docs/templates.md", Console);
    }
}
