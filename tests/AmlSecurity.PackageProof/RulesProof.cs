using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.PackageProof;

internal static class RulesProof
{
    public static void Prove(Proof proof)
    {
        proof.Equal(
            "a rule's name of another form is a fault with its place",
            "it is not of the form word dash number (at offset 0)",
            RuleId.Read("net-05").AsT1.ToString());

        var rules = RuleSet.Read("2020-07-28").Expect();
        proof.Equal("a date is read as the rules of that date", RuleSet.July2020, rules);
        proof.That("a period includes its first date", new EffectivePeriod(rules.Date).Includes(rules));
        proof.That("a period excludes its end", !new EffectivePeriod(default, rules.Date).Includes(rules));

        var finding = new Finding(
            RuleId.Read("NET-05.3").Expect(), FindingSeverity.Warning, "$.sku", "`Basic` is there");
        proof.Equal("a finding is one line", "Warning: NET-05.3 at $.sku: `Basic` is there", finding.ToString());
        var json = JsonSerializer.Serialize(finding, ProofJson.Default.Finding);
        proof.Equal("a finding survives JSON", finding, JsonSerializer.Deserialize(json, ProofJson.Default.Finding));
    }
}
