using System.Diagnostics;
using System.Globalization;
using System.Text;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Tests.Vectors;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.Templates;
using Xunit.Abstractions;

namespace AmlSecurity.Domain.Tests.Workspaces.Templates;

/// <summary>Published documents with bytes and words changed: none throws, none takes long.</summary>
/// <remarks><c>eng/mutate-templates.sh</c> makes more, by <c>AMLSEC_TEMPLATES</c>. Most of the changes put words of the
/// expression language in the place of others, so that most documents stay JSON.</remarks>
public sealed class MutatedTemplateTests(ITestOutputHelper output)
{
    // These leave a string what it is.
    private static readonly string[] Words =
    [
        "parameters('", "variables('", "concat(", "resourceId(", "if(", "or(", "and(", "copyIndex(", "union(", "json(",
        "format(", "[", "]", "(", ")", "'", "''", ",", ".", "{", "}", "null", "true", "1", "0", "999999999999",
        "copy", "resources", "type", "value", "count", "name", "properties", "parameters", "variables", "secureString",
        "privateEndpointType", "subnet", "workspaceName", "split(", "substring(", "reference(", "contains(", "\\ud800",
        "defaultValue", "condition", "location", "template", "scope", "id", "none", "new", "listKeys(", "length(",
    ];

    // These mostly do not.
    private static readonly string[] Marks =
    [
        "\"", ":", "\"copy\":{\"name\":\"c\",\"count\":9},", "\"resources\":[", "\"type\":", "\"value\":", "/*", "*/",
        "//", "\n", "-1", "1e9", "{}", "[]", "\"x\",",
    ];

    private static int Rounds => int.TryParse(
        Environment.GetEnvironmentVariable("AMLSEC_TEMPLATES"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 5_000;

    [VectorFact(TemplateLab.ArmTemplates, TemplateLab.RestExamples)]
    public void No_mutated_document_throws_and_each_ends_soon()
    {
        var sound = Sound();
        var random = new Random(1);
        var (documents, faults, notices, resources, nodes, slowest) = (0, 0, 0L, 0L, 0L, TimeSpan.Zero);
        var (findings, changes) = (0L, 0L);
        ConfigurationDocument? before = null;
        var all = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var (template, parameters) = sound[random.Next(sound.Count)];
            var text = Mutate(template, random);
            var given = random.Next(4) == 0 ? Mutate(parameters, random) : parameters;
            var watch = Stopwatch.GetTimestamp();
            if (ConfigurationDocument.Read(text, given).TryPickT0(out var document, out var fault))
            {
                documents++;
                notices += document.Notices.Length;
                resources += document.Resources.Length;
                nodes += document.Resources.Take(20).Sum(resource => TemplateLab.Walk(resource.Body, 2_000));
                Assert.All(document.Notices, notice => Assert.StartsWith("$", notice.Path, StringComparison.Ordinal));
                if (round % 10 == 0 && before is not null)
                {
                    _ = ConfigurationSet.Merge([before, document]);
                    changes += Workspace.AssessChange(Workspace.Of(before), Workspace.Of(document)).Length;
                }

                var found = Workspace.Of(document).Assess(RuleSet.March2020);
                findings += found.Length;
                Assert.All(found, finding => Assert.StartsWith("$", finding.Path, StringComparison.Ordinal));
                before = document;
            }
            else
            {
                faults++;
                Assert.StartsWith("$", fault.Path, StringComparison.Ordinal);
                Assert.InRange(fault.Offset, 0, Math.Max(text.Length, given.Length));
            }

            var taken = Stopwatch.GetElapsedTime(watch);
            slowest = taken > slowest ? taken : slowest;
        }

        output.WriteLine(
            $"{Rounds} mutations in {all.Elapsed.TotalSeconds:F1} s: {documents} documents with {resources} resources, "
            + $"{nodes} nodes, {notices} notices, {findings} findings and {changes} of changes, {faults} faults; the slowest {slowest.TotalMilliseconds:F0} ms");
        Assert.InRange(documents, Rounds / 5, Rounds);
        Assert.NotEqual(0, faults);
        Assert.NotEqual(0, notices);
        Assert.NotEqual(0, findings);
        Assert.True(slowest < TimeSpan.FromSeconds(5), $"the slowest took {slowest}");
    }

    private static List<(byte[] Template, byte[] Parameters)> Sound()
    {
        var templates = Directory.GetFiles(OutsideVectors.PathOf(TemplateLab.ArmTemplates), "*.azuredeploy.json");
        var examples = Directory.GetFiles(OutsideVectors.PathOf(TemplateLab.RestExamples));
        return
        [
            .. templates.Order(StringComparer.Ordinal).Select(file => (
                File.ReadAllBytes(file),
                file.Replace("azuredeploy", "parameters", StringComparison.Ordinal) is var given && File.Exists(given)
                    ? File.ReadAllBytes(given)
                    : [])),
            .. examples.Order(StringComparer.Ordinal).Select(file => (File.ReadAllBytes(file), Array.Empty<byte>())),
        ];
    }

    private static byte[] Mutate(byte[] sound, Random random)
    {
        var mutated = sound.ToList();
        for (var change = random.Next(1, 4); change > 0 && mutated.Count > 0; change--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(16))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                case 2:
                    mutated.RemoveRange(at, random.Next(Math.Min(40, mutated.Count - at)));
                    break;
                case 3:
                    var from = random.Next(mutated.Count);
                    mutated.InsertRange(at, mutated.Slice(from, random.Next(Math.Min(200, mutated.Count - from))));
                    break;
                default:
                    Exchange(mutated, at, random);
                    break;
            }
        }

        return [.. mutated];
    }

    // Puts a word in the place of the next letters, so that what is around it stays as it is.
    private static void Exchange(List<byte> bytes, int at, Random random)
    {
        while (at + 1 < bytes.Count && !char.IsAsciiLetterOrDigit((char)bytes[at]))
        {
            at++;
        }

        var end = at;
        while (end < bytes.Count && char.IsAsciiLetterOrDigit((char)bytes[end]))
        {
            end++;
        }

        while (at > 0 && char.IsAsciiLetterOrDigit((char)bytes[at - 1]))
        {
            at--;
        }

        bytes.RemoveRange(at, end - at);
        var words = random.Next(6) == 0 ? Marks : Words;
        bytes.InsertRange(at, Encoding.UTF8.GetBytes(words[random.Next(words.Length)]));
    }
}
