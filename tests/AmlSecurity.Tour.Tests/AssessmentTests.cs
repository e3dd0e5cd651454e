using System.Text.Json.Nodes;

namespace AmlSecurity.Tour.Tests;

public sealed class AssessmentTests
{
    private const string Template = "templates-forecast.azuredeploy.json";

    [Fact]
    public void The_tour_understands_its_own_inputs()
    {
        var (code, output, error) = Folder.Run();

        Assert.Equal((TourProgram.Sound, ""), (code, error));
        Assert.Contains(Template, output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_judged_with_the_parameters_beside_it()
    {
        var story = Of(Folder.Assess(Folder.OfProgram, "--rule-set", "2020-03-13"), Template);

        Assert.Superset(
            new HashSet<string> { "NET-05.8", "NET-07", "ENC-18", "DEC-04" },
            story["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!).ToHashSet());
        Assert.Equal("enterprise (NET-05.6, NET-05.8)", (string)story["workspaces"]![0]!["needs"]!);
    }

    [Fact]
    public void What_private_link_and_a_key_would_require_is_told_apart()
    {
        var workspace = Of(Folder.Assess(), Template)["workspaces"]![0]!;

        Assert.Equal(["NET-07"], Rules(workspace["privateLink"]!["findings"]!));
        Assert.Equal(["NET-05.8"], Rules(workspace["customerManagedKey"]!["findings"]!));
        Assert.Contains("from yes to none (NET-05.8)", (string)workspace["toStayOnBasic"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine.json", "mine.parameters.json")]
    [InlineData("mine.azuredeploy.json", "mine.parameters.json")]
    [InlineData("Templates-A.json", "templates-a.PARAMETERS.json")]
    [InlineData("templates/x.azuredeploy.json", "templates/x.parameters.json")]
    [InlineData("templates/x.azuredeploy.json", "templates/x.azuredeploy.parameters.json")]
    public void A_template_is_known_by_its_name_or_by_its_content(string name, string parameters)
    {
        using var folder = new Folder();
        folder.Add(name, File.ReadAllText(Path.Combine(Folder.OfProgram, Template)));
        folder.Add(parameters, """{"parameters":{"workspaceName":{"value":"x1y"},"edition":{"value":"Enterprise"}}}""");

        Assert.Equal("x1y", (string)Assert.Single(Folder.Assess(folder.Path))!["workspaces"]![0]!["name"]!);
    }

    [Theory]
    [InlineData("""{"$schema":"x","resources":[]}""")]
    [InlineData("""{"type":"Microsoft.MachineLearningServices/workspaces/computes","name":"a/b","properties":{}}""")]
    [InlineData("""{"compute_type":"AKS"}""")]
    public void So_are_templates_compute_targets_and_deployment_configurations(string text)
    {
        using var folder = new Folder();
        folder.Add("any.json", text);

        Assert.Single(Folder.Assess(folder.Path));
    }

    [Theory]
    [InlineData("""{"type":"Microsoft.Web/sites","name":"a","properties":{}}""")]
    [InlineData("""[{"compute_type":"local"}]""")]
    public void What_has_nothing_to_do_with_a_workspace_is_not_taken_for_one(string text)
    {
        using var folder = new Folder();
        folder.Add("any.json", text);

        Assert.Empty(Folder.Assess(folder.Path));
    }

    [Fact]
    public void Without_assignments_the_plan_names_roles()
    {
        using var folder = new Folder();
        folder.Add("templates.json", Folder.Workspace);

        var plan = Folder.Assess(folder.Path)[0]!["workspaces"]![0]!["keyPlan"]!;
        var register = plan["steps"]!.AsArray().Single(step => (string)step!["rule"]! == "ENC-15")!;
        var assign = plan["steps"]!.AsArray().Single(step => (string)step!["rule"]! == "ENC-16")!;

        Assert.True((bool)plan["areRoles"]!);
        Assert.Contains("Contributor", register["who"]!.AsArray().Select(who => (string)who!));
        Assert.DoesNotContain("Contributor", assign["who"]!.AsArray().Select(who => (string)who!));
        Assert.Contains("Owner", assign["who"]!.AsArray().Select(who => (string)who!));
    }

    [Fact]
    public void A_faulty_file_of_parameters_does_not_lose_the_template()
    {
        using var folder = new Folder();
        folder.Add("templates.json", Folder.Workspace);
        folder.Add("templates.parameters.json", "{");

        Assert.Equal(TourProgram.Faulty, Folder.Run(folder.Path).Code);
        Assert.Single(Folder.Assess(folder.Path));
    }

    [Fact]
    public void Neither_text_of_a_template_nor_its_name_steers_the_terminal()
    {
        using var folder = new Folder();
        folder.Add("templates.json", Folder.Workspace.Replace("no_name", "[red]\\u001b[31m", StringComparison.Ordinal));

        var (code, output, _) = Folder.Run(folder.Path);

        Assert.Equal(TourProgram.Sound, code);
        Assert.Contains("[red]", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    private static JsonNode Of(JsonArray files, string name) => files.Single(file => (string)file!["file"]! == name)!;

    private static IEnumerable<string> Rules(JsonNode findings) =>
        findings.AsArray().Select(finding => (string)finding!["rule"]!);
}
