using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Tests.Auditing;

public sealed class PrivacyLintTests
{
    private static readonly IReadOnlyList<LeakedSecret> Leaked = LeakedSecret.Make(ofEach: 5);

    [Fact]
    [Trait("Rule", "DATA-03")]
    public void Every_secret_of_a_known_form_is_found_where_it_stands()
    {
        Assert.True(Leaked.Count >= 60);
        Assert.All(Leaked, leak =>
        {
            var finding = Assert.Single(PrivacyLint.Default.CheckEnvironment(leak.Name, leak.Text));

            Assert.Equal(
                (leak.Kind, leak.Text.IndexOf(leak.Secret, StringComparison.Ordinal), leak.Secret.Length),
                (finding.Kind, finding.Offset, finding.Length));
            Assert.Equal("DATA-03", finding.Rule.Text);
            Assert.Equal(PrivacySubject.VariableValue, finding.Subject);
        });
    }

    [Fact]
    [Trait("Rule", "DATA-04")]
    public void Secrets_in_run_ids_and_names_are_found_without_a_name_that_says_so() =>
        Assert.All(Leaked.Where(leak => leak.Kind != PrivacyFindingKind.NamedSecret), leak =>
        {
            Assert.Equal("DATA-04", Assert.Single(PrivacyLint.Default.CheckRunId(leak.Text)).Rule.Text);
            Assert.Equal(leak.Kind, Assert.Single(PrivacyLint.Default.CheckName(leak.Text)).Kind);
        });

    [Fact]
    [Trait("Rule", "DATA-03")]
    public void No_words_about_a_finding_hold_four_characters_of_the_secret() => Assert.All(Leaked, leak =>
    {
        var finding = PrivacyLint.Default.CheckEnvironment(leak.Name, leak.Text).Single();
        var words = $"{finding}\n{finding.Reason}\n{finding.At("$.env[0]")}\n{finding.At("$")}";
        for (var at = 0; at + 4 <= leak.Secret.Length; at++)
        {
            Assert.DoesNotContain(leak.Secret.Substring(at, 4), words, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("train-jane.doe@contoso.com-1", PrivacyFindingKind.MailAddress, "train-jane.doe@contoso.com")]
    [InlineData("by jane@contoso.com.", PrivacyFindingKind.MailAddress, "jane@contoso.com")]
    [InlineData("jane_contoso.com#EXT#@fabrikam.onmicrosoft.com", PrivacyFindingKind.GuestName, "jane_contoso.com#EXT#@fabrikam.onmicrosoft.com")]
    [InlineData("run jane_contoso.com#ext#", PrivacyFindingKind.GuestName, "jane_contoso.com#ext#")]
    [InlineData("CONTOSO\\jdoe", PrivacyFindingKind.AccountName, "CONTOSO\\jdoe")]
    [InlineData("call +1 (425) 555-0100 now", PrivacyFindingKind.PhoneNumber, "+1 (425) 555-0100")]
    [InlineData("+4930901820", PrivacyFindingKind.PhoneNumber, "+4930901820")]
    [InlineData("425-555-0100", PrivacyFindingKind.PhoneNumber, "425-555-0100")]
    [InlineData("(425) 555-0100", PrivacyFindingKind.PhoneNumber, "(425) 555-0100")]
    [InlineData("(425)555-0100", PrivacyFindingKind.PhoneNumber, "(425)555-0100")]
    [InlineData("run_203.0.113.42", PrivacyFindingKind.NetworkAddress, "203.0.113.42")]
    [InlineData("from 203.0.113.42.", PrivacyFindingKind.NetworkAddress, "203.0.113.42")]
    [InlineData("[2001:db8::1]:443", PrivacyFindingKind.NetworkAddress, "2001:db8::1")]
    [InlineData("2001:db8:0:0:8:800:200c:417a", PrivacyFindingKind.NetworkAddress, "2001:db8:0:0:8:800:200c:417a")]
    [Trait("Rule", "DATA-04")]
    public void What_tells_of_a_person_is_found(string text, PrivacyFindingKind kind, string part)
    {
        var finding = Assert.Single(PrivacyLint.Default.CheckRunId(text));

        Assert.Equal(
            (kind, text.IndexOf(part, StringComparison.Ordinal), part.Length),
            (finding.Kind, finding.Offset, finding.Length));
        Assert.False(finding.IsSecret);
        Assert.Equal(FindingSeverity.Advice, finding.At("$").Severity);
    }

    [Fact]
    [Trait("Rule", "DATA-01")]
    public void A_person_in_a_variable_is_what_is_not_expected_to_be_collected()
    {
        var finding = Assert.Single(PrivacyLint.Default.CheckEnvironment("OWNER", "jane@contoso.com"));

        Assert.Equal("DATA-01", finding.Rule.Text);
        Assert.Equal("variable value holds a mail address, and may be logged and stored for diagnostics, at 0 for 16 characters", finding.ToString());
        Assert.Equal(
            PrivacySubject.VariableName,
            Assert.Single(PrivacyLint.Default.CheckEnvironment("jane@contoso.com", "1")).Subject);
    }

    [Fact]
    [Trait("Rule", "DATA-04")]
    public void Guarded_words_are_found_in_any_case_and_as_words_only()
    {
        var lint = PrivacyLint.Guarding("Bluebird", "apollo 11");

        Assert.Equal([(8, 8), (19, 8)], lint.CheckName("dataset-BLUEBIRD_a/bluebird2").Select(f => (f.Offset, f.Length)));
        Assert.Empty(lint.CheckName("bluebirds"));
        Assert.Empty(PrivacyLint.Default.CheckName("bluebird"));
        Assert.Throws<ArgumentException>(() => PrivacyLint.Guarding("ab"));
        Assert.Throws<ArgumentException>(() => PrivacyLint.Guarding([null!]));
        Assert.Empty(PrivacyLint.Guarding(default).CheckName("bluebird"));
    }

    [Theory]
    [InlineData("CLIENT_IP", "1.2.3.4", true)]
    [InlineData("VERSION", "1.2.3.4", false)]
    [InlineData("KEY_VAULT_NAME", "Kv0a9f8e7d6c5b4a3f2e1d", false)]
    [InlineData("API_KEY", "Kv0a9f8e7d6c5b4a3f2e1d", true)]
    [InlineData("apiKeyVersion", "78deebed173b48e48f55abf87ed4cf71", false)]
    [InlineData("API_KEY", "[parameters('apiKey')]", false)]
    [InlineData("API_KEY", "@Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/s)", false)]
    [InlineData("API_KEY", "78deebed-173b-48e4-8f55-abf87ed4cf71", false)]
    [InlineData("DB_PASSWORD", "changeme", false)]
    [InlineData("DB_PASSWORD", "Summer2020!", true)]
    [InlineData("MAX_TOKENS", "4096", false)]
    [InlineData("", "Kv0a9f8e7d6c5b4a3f2e1d", false)]
    [Trait("Rule", "DATA-03")]
    public void The_name_of_a_variable_decides_where_the_form_does_not(string name, string value, bool isFound) =>
        Assert.Equal(isFound, !PrivacyLint.Default.CheckEnvironment(name, value).IsEmpty);

    [Fact]
    public void Several_findings_come_in_the_order_of_the_text_and_do_not_overlap()
    {
        var key = Leaked[0].Secret;
        var found = PrivacyLint.Default.CheckRunId($"jane@contoso.com {key} 203.0.113.42 https://a@b.com:pw@example.com");

        Assert.Equal(
            [PrivacyFindingKind.MailAddress, PrivacyFindingKind.StorageAccountKey, PrivacyFindingKind.NetworkAddress],
            found.Take(3).Select(finding => finding.Kind));
        Assert.Equal(found.OrderBy(finding => finding.Offset), found);
    }

    [Fact]
    public void Mutated_texts_are_checked_without_fail_and_findings_stay_inside()
    {
        var chance = new Random(20200313);
        string[] pieces = ["@", "://", "=", "eyJ", "-----BEGIN PRIVATE KEY-----", "Q~", "+ACR", "\\", "::", "\ud800", "#EXT#", "+1", ".", ""];
        var lint = PrivacyLint.Guarding("churn", "key");
        for (var round = 0; round < 20_000; round++)
        {
            var text = Leaked[chance.Next(Leaked.Count)].Text;
            for (var times = chance.Next(1, 5); times > 0; times--)
            {
                var at = chance.Next(text.Length + 1);
                var to = chance.Next(at, Math.Min(text.Length, at + 20) + 1);
                text = text[..at] + pieces[chance.Next(pieces.Length)] + text[to..];
            }

            var end = 0;
            foreach (var finding in lint.CheckEnvironment("SECRET_IP", text).Where(f => f.Subject == PrivacySubject.VariableValue))
            {
                Assert.True(finding.Offset >= end && finding.Length > 0, text);
                end = finding.Offset + finding.Length;
                Assert.True(end <= text.Length, text);
            }
        }
    }

    [Theory]
    [InlineData("eyJ")]
    [InlineData("eyJ.")]
    [InlineData("@")]
    [InlineData("a@b.c")]
    [InlineData("=")]
    [InlineData("sig=sv=")]
    [InlineData("://:")]
    [InlineData("-----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN ")]
    [InlineData("Q~")]
    [InlineData("sk-")]
    [InlineData("+1")]
    [InlineData("A\\")]
    [InlineData("1.")]
    [InlineData("key")]
    public void Fifty_thousand_characters_of_nothing_but_beginnings_are_read_to_the_end(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 50_000 / piece.Length));

        var findings = PrivacyLint.Guarding("keyke").CheckEnvironment("API_KEY", text);

        Assert.All(findings, finding => Assert.InRange(finding.Offset + finding.Length, 0, text.Length));
    }

    [Fact]
    public void Absent_texts_are_a_bug_of_the_caller()
    {
        Assert.Throws<ArgumentNullException>(() => PrivacyLint.Default.CheckRunId(null!));
        Assert.Throws<ArgumentNullException>(() => PrivacyLint.Default.CheckEnvironment(null!, ""));
        Assert.Throws<ArgumentNullException>(() => default(PrivacyFinding).At(null!));
        Assert.Empty(PrivacyLint.Default.CheckRunId(""));
    }
}
