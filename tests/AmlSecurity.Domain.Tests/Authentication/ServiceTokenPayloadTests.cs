using System.Security.Cryptography;
using System.Text;
using AmlSecurity.Domain.Authentication;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>The claims of a token at the bounds of what is sound.</summary>
public sealed class ServiceTokenPayloadTests
{
    private const string LastSecond = "253402300799";
    private static readonly Instant Epoch = NodaConstants.UnixEpoch;

    [Theory]
    [InlineData("0", "0", "60", true)]
    [InlineData("0.0", "0.0", "60.5", true)]
    [InlineData("-1", "0", "60", false)]
    [InlineData("0", "-1", "60", false)]
    [InlineData("-0.5", "0", "60", false)]
    [InlineData("0", "-0.5", "60", false)]
    [InlineData("0", "1e400", "60", false)]
    [InlineData("1e400", "0", "60", false)]
    [InlineData("0", "60", "60", false)]
    [InlineData("0", "60", "59", false)]
    public void Times_begin_with_1970_and_the_end_is_behind_the_start(string issued, string start, string end, bool isSound) =>
        Assert.Equal(isSound, IsSound(Epoch, ("iat", issued), ("nbf", start), ("exp", end)));

    [Theory]
    [InlineData(LastSecond, true)]
    [InlineData(LastSecond + ".0", true)]
    [InlineData("253402300800", false)]
    [InlineData("253402300799.5", false)]
    public void Times_end_with_the_year_9999(string end, bool isSound)
    {
        const string Hour = "253402297199";
        Assert.Equal(
            isSound, IsSound(Instant.FromUnixTimeSeconds(253_402_297_199), ("iat", Hour), ("nbf", Hour), ("exp", end)));
    }

    [Fact]
    public void A_token_counts_up_to_the_skew_behind_its_end()
    {
        var end = Instant.FromUnixTimeSeconds(1_893_459_600) + TokenLab.Policy.Skew;
        Assert.True(IsSound(end - Duration.FromNanoseconds(1)));
        Assert.False(IsSound(end));
    }

    [Theory]
    [InlineData("""{"tid":"t","oid":"o"}""", true)]
    [InlineData("""{"oid":"o","tid":"t"}""", true)]
    [InlineData("""{"tid":"t","x":{"a":["b"]},"oid":"o","y":1}""", true)]
    [InlineData("""{"tid":"t"}""", false)]
    [InlineData("""{"oid":"o"}""", false)]
    [InlineData("""{"tid":"t","x":"o"}""", false)]
    [InlineData("""{"x":"t","oid":"o"}""", false)]
    [InlineData("""{"tid":"","oid":"o"}""", false)]
    [InlineData("""{"tid":"t","oid":""}""", false)]
    [InlineData("""{"tid":"t","oid":5}""", false)]
    [InlineData("""{"tid":5,"oid":"o"}""", false)]
    [InlineData("{}", false)]
    [InlineData("\"o\"", false)]
    public void A_submitter_has_a_directory_and_an_id(string submitter, bool isSound)
    {
        Assert.Equal(isSound, IsSound(TokenLab.Now, ("obo", submitter)));
        if (isSound)
        {
            var claims = TokenLab.Check(TokenLab.Sign(TokenLab.Payload(("obo", submitter)))).Claims!;
            Assert.Equal(("t", "o"), (claims.SubmitterTenant, claims.Submitter));
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void A_token_carries_up_to_64_permissions(int count, bool isSound)
    {
        string[] permissions = [.. Enumerable.Range(0, count).Select(at => $"a/{at}")];
        var list = string.Join(',', permissions.Select(permission => $"\"{permission}\""));
        Assert.Equal(isSound, IsSound(TokenLab.Now, ("scp", $"[{list}]")));

        var minted = Record.Exception(() => TokenLab.Mint(TokenLab.Claims with { Permissions = [.. permissions] }));
        Assert.Equal(isSound ? null : typeof(ArgumentException), minted?.InnerException?.GetType() ?? minted?.GetType());
    }

    [Fact]
    public void A_token_has_up_to_4096_bytes()
    {
        // Not every length is one of base64url, so the name of the key makes up for the rest.
        var lengths = new SortedSet<int>();
        foreach (var keyId in new[] { "k", "k1", "key", "key1" })
        {
            using var key = ServiceTokenKey.Hs256(keyId, TokenLab.Secret);
            var checker = new ServiceTokenChecker([key], TokenLab.Policy);
            for (var run = 2_300; MintOrNull(TokenLab.Claims with { Run = new string('r', run) }, keyId) is { } token; run++)
            {
                Assert.True(checker.Check(token, TokenLab.Workspace, TokenLab.Now).IsAccepted);
                lengths.Add(token.Length);
            }
        }

        Assert.Equal(4096, lengths.Max);
        Assert.Equal(ServiceTokenStep.Size, TokenLab.Check(new byte[4097]).Failed);
        Assert.NotEqual(ServiceTokenStep.Size, TokenLab.Check(new byte[4096]).Failed);
    }

    [Theory]
    [InlineData("eid", "\"e\"", true)]
    [InlineData("eid", "[\"e\"]", false)]
    [InlineData("x", "{\"a\":1}", true)]
    [InlineData("x", "null", false)]
    [InlineData("y", "\"e\"", false)]
    public void A_claim_that_is_demanded_is_there_and_not_null(string name, string json, bool isSound)
    {
        var policy = new ServiceTokenPolicy(
            TokenLab.Issuer, TokenLab.Audience, Duration.FromHours(24), null, name == "y" ? "x" : name);
        var payload = TokenLab.Payload(("obo", """{"tid":"t","oid":"o"}"""), (name, json));
        Assert.Equal(isSound, TokenLab.Check(TokenLab.Sign(payload), policy).IsAccepted);
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("sc")]
    [InlineData("permissions")]
    public void A_claim_of_another_name_says_nothing(string name) =>
        Assert.True(IsSound(TokenLab.Now, (name, "5")));

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void Operations_of_up_to_512_bytes_are_found(int length, bool isFound)
    {
        using var key = TokenLab.Key();
        var operation = new string('a', length);
        var token = TokenLab.Sign(TokenLab.Payload(("scp", $"[\"x\",\"{operation}\"]")));
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);
        checker.Check(token, TokenLab.Workspace, TokenLab.Now, new byte[4096], out var view);
        Assert.Equal(isFound, view.Carries(operation.ToUpperInvariant()));
        Assert.True(view.Carries("X"));
        Assert.False(view.Carries("y"));
    }

    [Theory]
    [InlineData("[\"A\",\"A\"]", true)]
    [InlineData("[\"b\",\"A\"]", true)]
    [InlineData("[\"A\",\"b\"]", true)]
    [InlineData("[\"b\"]", false)]
    [InlineData("[]", false)]
    [InlineData("[\"A\",5]", false)]
    public void One_audience_of_a_list_is_enough(string audiences, bool isSound) => Assert.Equal(
        isSound,
        IsSound(TokenLab.Now, ("aud", audiences.Replace("\"A\"", $"\"{TokenLab.Audience}\"", StringComparison.Ordinal))));

    [Fact]
    public void The_fingerprint_is_that_of_what_was_signed()
    {
        Assert.Equal(SHA256.HashData("a.b"u8), ServiceTokenChecker.Fingerprint("a.b.c"u8));
        Assert.Equal(SHA256.HashData("abc"u8), ServiceTokenChecker.Fingerprint("abc"u8));
        Assert.Equal(SHA256.HashData(""u8), ServiceTokenChecker.Fingerprint(".c"u8));
    }

    [Fact]
    public void A_payload_of_one_character_is_a_part() => Assert.Equal(
        ServiceTokenStep.Header, TokenLab.Check("aaaa.b.cccc"u8.ToArray()).Failed);

    // Null where the token would be too long.
    private static byte[]? MintOrNull(ServiceTokenClaims claims, string keyId)
    {
        try
        {
            return TokenLab.Mint(claims, keyId);
        }
        catch (Exception thrown) when (thrown is ArgumentException or AggregateException { InnerException: ArgumentException })
        {
            return null;
        }
    }

    private static bool IsSound(Instant now, params (string, string?)[] claims) =>
        TokenLab.Check(TokenLab.Sign(Encoding.UTF8.GetBytes(TokenLab.Payload(claims))), now: now).IsAccepted;
}
