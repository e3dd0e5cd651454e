using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>The steps of the profile in their order, each by what it refuses.</summary>
public sealed class ServiceTokenCheckerTests
{
    private static readonly string Sound = Encoding.ASCII.GetString(TokenLab.Sign(TokenLab.Payload()));
    private static readonly string[] Parts = Sound.Split('.');

    [Fact]
    [Trait("Rule", "AUTHN-04")]
    public void A_sound_token_is_accepted_with_all_its_claims()
    {
        Assert.Equal(TokenLab.Claims, TokenLab.Check(TokenLab.Mint()).Claims);
        Assert.True(TokenLab.Check(Encoding.ASCII.GetBytes(Sound)).IsAccepted);
        Assert.False(default(ServiceTokenCheck).IsAccepted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4097)]
    [InlineData(1_000_000)]
    public void Step_1_refuses_what_is_empty_or_longer_than_4096_bytes(int length) =>
        Assert.Equal(ServiceTokenStep.Size, TokenLab.Check(Encoding.ASCII.GetBytes(new string('a', length))).Failed);

    [Theory]
    [InlineData("aaaa")]
    [InlineData("a.b")]
    [InlineData("a.b.")]
    [InlineData(".b.c")]
    [InlineData("a..c")]
    [InlineData("a.b.c.d")]
    [InlineData("a.b.c.d.e")]
    public void Step_2_refuses_all_but_three_parts(string token) =>
        Assert.Equal(ServiceTokenStep.Parts, TokenLab.Check(Encoding.ASCII.GetBytes(token)).Failed);

    [Theory]
    [InlineData("""{"alg":"none","typ":"aml-run+jwt","kid":"k1"}""")]
    [InlineData("""{"alg":"ES256","typ":"aml-run+jwt","kid":"k1"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","kid":"k1"}""")]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k2"}""")]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt"}""")]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k1","jku":"https://evil"}""")]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k1","crit":[]}""")]
    [InlineData("""{"alg":"HS256","alg":"HS256","typ":"aml-run+jwt","kid":"k1"}""")]
    [InlineData("""{ "alg":"HS256","typ":"aml-run+jwt","kid":"k1"}""")]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt","kid":"\u006b1"}""")]
    public void Step_3_refuses_every_header_but_those_of_the_key(string header) => Assert.Equal(
        ServiceTokenStep.Header, TokenLab.Check(TokenLab.SignParts(Encode(header), Parts[1])).Failed);

    [Theory]
    [InlineData("""{"alg":"HS256","typ":"aml-run+jwt","kid":"k1"}""")]
    [InlineData("""{"alg":"HS256","kid":"k1","typ":"aml-run+jwt"}""")]
    [InlineData("""{"typ":"aml-run+jwt","alg":"HS256","kid":"k1"}""")]
    [InlineData("""{"typ":"aml-run+jwt","kid":"k1","alg":"HS256"}""")]
    [InlineData("""{"kid":"k1","alg":"HS256","typ":"aml-run+jwt"}""")]
    [InlineData("""{"kid":"k1","typ":"aml-run+jwt","alg":"HS256"}""")]
    public void The_header_may_have_its_members_in_any_order(string header) =>
        Assert.True(TokenLab.Check(TokenLab.SignParts(Encode(header), Parts[1])).IsAccepted);

    [Theory]
    [InlineData("k1", 0)]
    [InlineData("k1", 16)]
    [InlineData("k1", 31)]
    [InlineData("", 32)]
    [InlineData("k\"1", 32)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", 32)]
    public void Step_4_refuses_secrets_that_are_short_or_without_a_name(string keyId, int length) =>
        Assert.Throws<ArgumentException>(() => ServiceTokenKey.Hs256(keyId, new byte[length]));

    [Theory]
    [InlineData("1.3.132.0.34")]
    [InlineData("1.3.132.0.35")]
    [InlineData("1.3.132.0.10")]
    public void Step_4_refuses_another_curve(string oid)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(oid));

        Assert.Throws<ArgumentException>(() => ServiceTokenKey.Es256("k1", key));
    }

    [Theory]
    [InlineData("=")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("%")]
    [InlineData("+")]
    public void Step_5_refuses_what_is_not_base64url(string more)
    {
        Assert.Equal(ServiceTokenStep.Encoding, TokenLab.Check(TokenLab.SignParts(Parts[0], Parts[1] + more)).Failed);
        Assert.Equal(ServiceTokenStep.Encoding, TokenLab.Check(Encoding.ASCII.GetBytes(Sound + more)).Failed);
    }

    [Fact]
    public void Step_5_refuses_bits_left_over()
    {
        var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var next = digits[digits.IndexOf(Sound[^1], StringComparison.Ordinal) + 1];

        Assert.Equal(ServiceTokenStep.Encoding, TokenLab.Check(Encoding.ASCII.GetBytes(Sound[..^1] + next)).Failed);
    }

    [Theory]
    [InlineData("of zeros", 0, 43)]
    [InlineData("cut", 40, 0)]
    [InlineData("cut to half", 22, 0)]
    [InlineData("of another algorithm", 0, 86)]
    [InlineData("much longer", 0, 1000)]
    public void Step_6_refuses_a_signature_that_is_altered_cut_longer_or_of_another_algorithm(
        string what, int kept, int zeros)
    {
        // A digit in the middle may be any; the last may have no bit left over.
        var signature = kept == 22 ? Parts[2][..21] + 'A' : Parts[2][..kept] + new string('A', zeros);

        var failed = TokenLab.Check(Encoding.ASCII.GetBytes($"{Parts[0]}.{Parts[1]}.{signature}")).Failed;

        Assert.True(failed == ServiceTokenStep.Signature, $"a signature {what}: {failed}");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("""{"wid":"a","wid":"a"}""")]
    [InlineData("""{"zz":{"a":1,"a":2}}""")]
    [InlineData("""{"zz":"\ud800"}""")]
    [InlineData("""{"\udfff":1}""")]
    [InlineData("""{"zz":[[[[[[[[1]]]]]]]]}""")]
    [InlineData("""{"zz":1,}""")]
    [InlineData("""{/**/}""")]
    public void Step_7_refuses_what_is_not_one_sound_object(string payload) =>
        Assert.Equal(ServiceTokenStep.Payload, TokenLab.Check(TokenLab.Sign(payload)).Failed);

    [Fact]
    public void Step_7_refuses_bytes_that_are_not_UTF_8_and_a_byte_order_mark()
    {
        Assert.Equal(ServiceTokenStep.Payload, TokenLab.Check(TokenLab.Sign([.. "{\"zz\":\""u8, 0xFF, .. "\"}"u8])).Failed);
        Assert.Equal(
            ServiceTokenStep.Payload,
            TokenLab.Check(TokenLab.Sign([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(TokenLab.Payload())])).Failed);
    }

    [Theory]
    [InlineData("exp", null)]
    [InlineData("exp", "null")]
    [InlineData("exp", "true")]
    [InlineData("exp", "\"1893459600\"")]
    [InlineData("exp", "-1")]
    [InlineData("exp", "1e400")]
    [InlineData("exp", "9223372036854775807")]
    [InlineData("exp", "1893455700")]
    [InlineData("exp", "1893542341")]
    [InlineData("nbf", null)]
    [InlineData("nbf", "1893456300.5")]
    [InlineData("nbf", "1893459600")]
    [InlineData("iat", null)]
    [InlineData("iat", "1893456301")]
    [InlineData("iat", "[]")]
    public void Step_8_refuses_times_that_are_no_times_or_not_now(string claim, string? json) => Assert.Equal(
        ServiceTokenStep.Times, TokenLab.Check(TokenLab.Sign(TokenLab.Payload((claim, json)))).Failed);

    [Theory]
    [InlineData("exp", "1893455700.5")]
    [InlineData("nbf", "1893456300")]
    [InlineData("iat", "1893456300")]
    [InlineData("iat", "1893455940.25")]
    public void Times_may_have_fractions_and_differ_by_the_skew(string claim, string json) =>
        Assert.True(TokenLab.Check(
            TokenLab.Sign(TokenLab.Payload(("nbf", "1893455000"), ("iat", "1893455000"), (claim, json)))).IsAccepted);

    [Theory]
    [InlineData("iss", null)]
    [InlineData("iss", "\"https://ml.example/ws/1/\"")]
    [InlineData("iss", "\"https://ML.example/ws/1\"")]
    [InlineData("aud", null)]
    [InlineData("aud", "[]")]
    [InlineData("aud", "\"https://ml.example/service/\"")]
    [InlineData("aud", "\"https://ml.example/service,x\"")]
    [InlineData("aud", "[\"https://ml.example/service\",1]")]
    public void Step_9_refuses_other_parties(string claim, string? json) => Assert.Equal(
        ServiceTokenStep.Parties, TokenLab.Check(TokenLab.Sign(TokenLab.Payload((claim, json)))).Failed);

    [Fact]
    public void The_audience_may_be_one_of_several() => Assert.True(TokenLab.Check(
        TokenLab.Sign(TokenLab.Payload(("aud", $"[\"x\",\"{TokenLab.Audience}\"]")))).IsAccepted);

    [Theory]
    [Trait("Rule", "AUTHN-06")]
    [InlineData("wid", "\"5F3D9D3E\"")]
    [InlineData("wid", "\"\"")]
    [InlineData("wid", null)]
    [InlineData("wid", "7")]
    [InlineData("sub", null)]
    [InlineData("sub", "\"\"")]
    [InlineData("jti", "1")]
    [InlineData("rid", "null")]
    [InlineData("obo", "\"alice\"")]
    [InlineData("obo", "{\"oid\":\"alice\"}")]
    [InlineData("scp", "\"a b\"")]
    [InlineData("scp", "[1]")]
    public void Step_10_refuses_another_workspace_and_claims_of_the_wrong_form(string claim, string? json) =>
        Assert.Equal(ServiceTokenStep.Claims, TokenLab.Check(TokenLab.Sign(TokenLab.Payload((claim, json)))).Failed);

    [Fact]
    public void Step_10_refuses_a_token_without_a_demanded_claim_and_one_with_too_many_permissions()
    {
        var demanding = new ServiceTokenPolicy(
            TokenLab.Issuer, TokenLab.Audience, Duration.FromHours(24), demanded: ["rid", "jti"]);
        var many = string.Join(',', Enumerable.Repeat("\"a\"", 65));

        Assert.Equal(ServiceTokenStep.Claims, TokenLab.Check(TokenLab.Sign(TokenLab.Payload()), demanding).Failed);
        Assert.True(TokenLab.Check(TokenLab.Mint(), demanding).IsAccepted);
        Assert.Equal(
            ServiceTokenStep.Claims, TokenLab.Check(TokenLab.Sign(TokenLab.Payload(("scp", $"[{many}]")))).Failed);
    }

    [Theory]
    [InlineData("t1", null)]
    [InlineData(null, "r1")]
    [InlineData("t1", "r1")]
    public void Step_11_refuses_what_is_revoked(string? token, string? run)
    {
        using var key = TokenLab.Key();
        var checker = new ServiceTokenChecker([key], TokenLab.Policy, new Revoked(token, run));

        Assert.Equal(ServiceTokenStep.Revocation, checker.Check(TokenLab.Mint(), null, TokenLab.Now).Failed);
        var other = TokenLab.Claims with { TokenId = "t2", Run = "r2" };
        Assert.True(checker.Check(TokenLab.Mint(other), null, TokenLab.Now).IsAccepted);
    }

    [Theory]
    [InlineData("revoked", null, null, true)]
    [InlineData("revoked and retired", null, 0, true)]
    [InlineData("begins beyond the skew", 6, null, false)]
    [InlineData("retired as long ago as a token lasts", null, -24 * 60, false)]
    [InlineData("retired longer ago", null, -48 * 60, false)]
    public void Step_12_refuses_keys_that_are_revoked_too_new_or_too_old(
        string what, int? begins, int? retires, bool isRevoked)
    {
        var failed = FailedUnder(new KeyPeriod(At(begins) ?? Instant.MinValue, At(retires), isRevoked));

        Assert.True(failed == ServiceTokenStep.KeyAge, $"a key that is {what}: {failed}");

        static Instant? At(int? minutes) =>
            minutes is { } later ? TokenLab.Now + Duration.FromMinutes(later) : null;
    }

    [Fact]
    public void A_key_counts_from_its_beginning_until_its_last_token_has_expired()
    {
        var day = Duration.FromHours(24);

        Assert.Equal(ServiceTokenStep.None, FailedUnder(new KeyPeriod(TokenLab.Now, TokenLab.Now)));
        Assert.Equal(
            ServiceTokenStep.None,
            FailedUnder(new KeyPeriod(Instant.MinValue, TokenLab.Now - day + Duration.Epsilon)));
    }

    [Theory]
    [InlineData("wid", "\"my-secret-value\"", "refused by step 10, Claims")]
    [InlineData("iss", "\"my-secret-value\"", "refused by step 9, Parties")]
    [InlineData("exp", "\"my-secret-value\"", "refused by step 8, Times")]
    [InlineData("my-secret-value", "\"\\ud800\"", "refused by step 7, Payload")]
    [InlineData("my-secret-value", "1,}", "refused by step 7, Payload")]
    public void Step_13_says_which_step_failed_and_nothing_of_what_was_signed(string claim, string json, string expected)
    {
        var refused = TokenLab.Check(TokenLab.Sign(TokenLab.Payload((claim, json))));

        Assert.Equal(expected, refused.ToString());
        Assert.Null(refused.Claims);
    }

    [Theory]
    [InlineData("my-secret-value", "refused by step 2, Parts")]
    [InlineData("my.secret.value", "refused by step 3, Header")]
    public void Step_13_says_nothing_of_what_was_not_signed_either(string token, string expected) =>
        Assert.Equal(expected, TokenLab.Check(Encoding.ASCII.GetBytes(token)).ToString());

    [Fact]
    public void A_log_keeps_one_hash_of_a_token_whatever_its_signature()
    {
        Assert.Equal(
            ServiceTokenChecker.Fingerprint("a.b.c"u8).AsEnumerable(), ServiceTokenChecker.Fingerprint("a.b.d"u8));
        Assert.Equal(SHA256.HashData("a.b"u8), ServiceTokenChecker.Fingerprint("a.b.c"u8).AsEnumerable());
    }

    [Fact]
    public void Two_keys_of_one_name_are_a_callers_mistake()
    {
        using var one = TokenLab.Key();
        using var two = TokenLab.Key();

        Assert.Throws<ArgumentException>(() => new ServiceTokenChecker([one, two], TokenLab.Policy));
    }

    [Fact]
    public void A_signature_of_any_other_length_is_refused_and_none_throws()
    {
        var token = TokenLab.Mint();
        var signed = token[..(token.AsSpan().LastIndexOf((byte)'.') + 1)];

        Assert.All(Enumerable.Range(1, 200).Where(length => length != 32), length => Assert.Equal(
            ServiceTokenStep.Signature,
            TokenLab.Check([.. signed, .. System.Buffers.Text.Base64Url.EncodeToUtf8(new byte[length])]).Failed));
    }

    private static ServiceTokenStep FailedUnder(KeyPeriod period)
    {
        using var key = TokenLab.Key(period);
        return new ServiceTokenChecker([key], TokenLab.Policy).Check(TokenLab.Mint(), null, TokenLab.Now).Failed;
    }

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private sealed class Revoked(string? token, string? run) : IServiceTokenRevocations
    {
        private readonly string? _run = run;

        public bool IsRevoked(string? tokenId, string? run) =>
            (token is not null && tokenId == token) || (_run is not null && run == _run);
    }
}
