using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Tests.Authorization;
using AmlSecurity.Domain.Tests.Vectors;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Auditing;

/// <summary>Measures false alarms.</summary>
public sealed class PrivacyLintHarmlessTests(ITestOutputHelper output)
{
    private static readonly Func<int, string>[] Makers =
    [
        number => new Guid(Hash(number).AsSpan(0, 16)).ToString(),
        number => new Guid(Hash(number).AsSpan(0, 16)).ToString("N"),
        number => Convert.ToHexStringLower(Hash(number).AsSpan(0, 20)),
        number => Convert.ToHexStringLower(Hash(number).AsSpan(0, 4))[..7],
        number => "churn.azurecr.io/train@sha256:" + Convert.ToHexStringLower(Hash(number)),
        number => "sha512-" + Convert.ToBase64String(SHA512.HashData(Hash(number))),
        number => $"2020-{1 + (number % 12):00}-{1 + (number % 28):00}T09:{number % 60:00}:00.1234567Z",
        number => $"2020-03-{1 + (number % 28):00}T10:00:00+01:00",
        number => $"202003{1 + (number % 28):00}-09{number % 60:00}00",
        number => $"1.{number}.83.1",
        number => $"v{number}.12.{number}-rc.1+2020031314{number:00}",
        number => $"torch=={number}.4.0+cu{100 + number}",
        number => $"10.{number}.0.0/16",
        number => $"192.168.{number}.1",
        number => $"20.{number}.0.0/16",
        number => $"/subscriptions/{new Guid(Hash(number).AsSpan(0, 16))}/resourceGroups/ml/providers"
            + "/Microsoft.MachineLearningServices/workspaces/churn",
        number => $"AutoML_{new Guid(Hash(number).AsSpan(0, 16))}_{number}",
        number => $"churn_1585{number:000000}_{Convert.ToHexStringLower(Hash(number).AsSpan(0, 4))}",
        number => $"customer-churn-train-{number}",
        number => $"https://churn{number}.blob.core.windows.net/data/part-{number:00000}.parquet",
        number => $"git@github.com:contoso/churn{number}.git",
        number => $"C:\\data\\set{number}\\train.csv",
        number => $"DATA\\set{number}.csv",
        number => $"@contoso/ml@{number}.2.1",
        number => $"https://testkv.vault.azure.net/keys/testkey/{Convert.ToHexStringLower(Hash(number).AsSpan(0, 16))}",
        number => $"sk-learn-random-forest-with-many-trees-2020-{number}",
        number => $"task-{Convert.ToHexStringLower(Hash(number).AsSpan(0, 20))}",
        number => $"aa:bb:cc:dd:{number:00}:ff",
        number => $"std::vector<int>::at{number}",
        number => $"lr=0.{number};batch=32;epochs={number}",
        number => $"123-{number:0000}-4567",
    ];

    private static readonly string[] Names = ["VALUE", "AZUREML_RUN_ID", "imageTag", "CONDA_VERSION", "dataset-name"];

    [Fact]
    [Trait("Rule", "DATA-03")]
    [Trait("Rule", "DATA-04")]
    public void Harmless_names_raise_no_alarm()
    {
        string[] harmless = [.. Enumerable.Range(0, 20).SelectMany(number => Makers.Select(make => make(number)))];

        Assert.True(harmless.Length >= 500);
        Conventions.Violations.None(harmless.SelectMany((text, index) =>
            PrivacyLint.Default.CheckRunId(text)
                .Concat(PrivacyLint.Default.CheckName(text))
                .Concat(PrivacyLint.Default.CheckEnvironment(Names[index % Names.Length], text))
                .Select(finding => $"{text}: {finding}")));
        output.WriteLine($"{harmless.Length} made-up names, 0 alarms");
    }

    [VectorFact(RbacVectors.BuiltInPath)]
    public void The_names_of_real_roles_and_what_they_say_raise_no_alarm()
    {
        string[] texts = [.. RbacVectors.BuiltIn.Values.SelectMany(role => new[] { role.Name, role.Description ?? "" })];

        Conventions.Violations.None(
            texts.SelectMany(text => PrivacyLint.Default.CheckName(text).Select(finding => $"{text}: {finding}")));
        output.WriteLine($"{texts.Length} names and descriptions of roles, 0 alarms");
    }

    [VectorFact("aml/arm-templates", "aml/rest-examples", "aml/roles-custom", "aml/roles-builtin")]
    public void Real_templates_and_examples_raise_alarms_only_where_people_are_named()
    {
        var pairs = PairsIn("arm-templates", "rest-examples", "roles-custom", "roles-builtin");
        var alarms = Alarms(pairs);

        Report("templates, examples and roles", pairs, alarms);
        Assert.All(alarms, alarm => Assert.Equal(
            (PrivacyFindingKind.MailAddress, "admin@contoso.com"), (alarm.Finding.Kind, alarm.Value)));
    }

    [VectorFact("aml")]
    public void Real_and_made_up_events_raise_alarms_for_callers_and_their_addresses_only()
    {
        var pairs = PairsIn("activity-log", "synthetic");
        var alarms = Alarms(pairs);

        Report("events", pairs, alarms);
        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm => Assert.Contains(
            alarm.Finding.Kind, new[] { PrivacyFindingKind.MailAddress, PrivacyFindingKind.NetworkAddress }));
    }

    private static List<(string Name, string Value, PrivacyFinding Finding)> Alarms(
        HashSet<(string Name, string Value)> pairs) =>
        [
            .. pairs.SelectMany(pair => PrivacyLint.Default.CheckEnvironment(pair.Name, pair.Value)
                .Concat(PrivacyLint.Default.CheckRunId(pair.Value))
                .Concat(PrivacyLint.Default.CheckName(pair.Name))
                .Select(finding => (pair.Name, pair.Value, finding))),
        ];

    private static HashSet<(string Name, string Value)> PairsIn(params string[] folders)
    {
        var pairs = new HashSet<(string Name, string Value)>();
        foreach (var file in folders.SelectMany(folder =>
            Directory.EnumerateFiles(OutsideVectors.PathOf($"aml/{folder}"), "*.json", SearchOption.AllDirectories)))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            Walk("", document.RootElement, pairs);
        }

        return pairs;
    }

    private static void Walk(string name, JsonElement element, HashSet<(string Name, string Value)> pairs)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Walk(property.Name, property.Value, pairs);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Walk(name, item, pairs);
                }

                break;
            default:
                pairs.Add((name, element.ToString()));
                break;
        }
    }

    private static byte[] Hash(int number) => SHA256.HashData(Encoding.UTF8.GetBytes($"harmless {number}"));

    private void Report(
        string what,
        HashSet<(string Name, string Value)> pairs,
        List<(string Name, string Value, PrivacyFinding Finding)> alarms)
    {
        output.WriteLine($"{pairs.Count} names with values of {what}, {alarms.Count} alarms");
        foreach (var (name, value, finding) in alarms)
        {
            output.WriteLine($"  {name} = {(value.Length > 80 ? value[..80] : value)}: {finding}");
        }
    }
}
