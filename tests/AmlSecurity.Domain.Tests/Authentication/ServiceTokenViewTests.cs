using AmlSecurity.Domain.Authentication;

namespace AmlSecurity.Domain.Tests.Authentication;

/// <summary>The claims in the caller's buffer, beside those that are copied out.</summary>
public sealed class ServiceTokenViewTests
{
    [Fact]
    public void A_view_says_what_the_copied_claims_say()
    {
        using var key = TokenLab.Key();
        var payload = new byte[ServiceTokenChecker.MaximumPayloadLength];

        var failed = new ServiceTokenChecker([key], TokenLab.Policy)
            .Check(TokenLab.Mint(), TokenLab.Workspace, TokenLab.Now, payload, out var view);

        Assert.Equal(ServiceTokenStep.None, failed);
        Assert.Equal("run:r1", view.Subject);
        Assert.Equal(TokenLab.Workspace, view.Workspace);
        Assert.Equal("t1", view.TokenId);
        Assert.Equal("r1", view.Run);
        Assert.Equal(TokenLab.Claims.Lifetime, view.Lifetime);
        Assert.Equal(TokenLab.Claims.IssuedAt, view.IssuedAt);
        Assert.Equal(TokenLab.Claims, view.ToClaims());
    }

    [Theory]
    [InlineData("Microsoft.MachineLearningServices/workspaces/experiments/runs/write", true)]
    [InlineData("microsoft.machinelearningservices/workspaces/experiments/RUNS/write", true)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/experiments/runs/writ", false)]
    [InlineData("Microsoft.MachineLearningServices/workspaces/experiments/runs/write/", false)]
    [InlineData("", false)]
    public void A_token_carries_what_it_lists(string operation, bool carries)
    {
        using var key = TokenLab.Key();
        var payload = new byte[ServiceTokenChecker.MaximumPayloadLength];
        new ServiceTokenChecker([key], TokenLab.Policy)
            .Check(TokenLab.Mint(), null, TokenLab.Now, payload, out var view);

        Assert.Equal(carries, view.Carries(operation));
    }

    [Fact]
    public void A_token_without_permissions_carries_nothing()
    {
        using var key = TokenLab.Key();
        var payload = new byte[ServiceTokenChecker.MaximumPayloadLength];
        new ServiceTokenChecker([key], TokenLab.Policy)
            .Check(TokenLab.Sign(TokenLab.Payload()), null, TokenLab.Now, payload, out var view);

        Assert.False(view.Carries("a"));
        Assert.Empty(view.ToClaims().Permissions);
    }

    [Fact]
    public void A_buffer_that_is_short_by_any_number_of_bytes_is_a_callers_mistake()
    {
        using var key = TokenLab.Key();
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);
        var (token, length) = (TokenLab.Sign(TokenLab.Payload()), TokenLab.Payload().Length);

        Assert.All(Enumerable.Range(0, length), shorter => Assert.Throws<ArgumentException>(
            () => checker.Check(token, null, TokenLab.Now, new byte[shorter], out _)));
        Assert.Equal(ServiceTokenStep.None, checker.Check(token, null, TokenLab.Now, new byte[length], out _));
    }

    [Fact]
    public void A_refused_token_says_nothing()
    {
        using var key = TokenLab.Key();
        var payload = new byte[ServiceTokenChecker.MaximumPayloadLength];
        var failed = new ServiceTokenChecker([key], TokenLab.Policy)
            .Check(TokenLab.Mint(), "another", TokenLab.Now, payload, out var view);

        Assert.Equal(ServiceTokenStep.Claims, failed);
        Assert.Null(view.Subject);
        Assert.Null(view.Run);
        Assert.False(view.Carries(TokenLab.Claims.Permissions[0]));
        Assert.Equal("a token that was refused says nothing", Refusal());

        static string Refusal()
        {
            try
            {
                return default(ServiceTokenView).ToClaims().Subject;
            }
            catch (InvalidOperationException fault)
            {
                return fault.Message;
            }
        }
    }

    [Fact]
    public void Escapes_are_undone_in_names_and_values()
    {
        var escaped = TokenLab.Payload(
            ("wid", null), ("w\\u0069d", "\"5f3d\\u0039d3e\""), ("rid", "\"a\\\"b\\u00e9\""), ("scp", "[\"a\\u002fb\"]"));

        var claims = TokenLab.Check(TokenLab.Sign(escaped)).Claims!;

        Assert.Equal(TokenLab.Workspace, claims.Workspace);
        Assert.Equal("a\"b\u00e9", claims.Run);
        Assert.Equal("a/b", Assert.Single(claims.Permissions));
    }

    [Theory]
    [InlineData("wid", "w\\u0069d")]
    [InlineData("w\\u0069d", "wid")]
    [InlineData("w\\u0069d", "\\u0077id")]
    [InlineData("zz\\\\", "z\\u007a\\\\")]
    [InlineData("\\\"", "\\u0022")]
    public void A_name_is_the_same_however_it_is_escaped(string first, string second) => Assert.Equal(
        ServiceTokenStep.Payload,
        TokenLab.Check(TokenLab.Sign(TokenLab.Payload(("wid", null), (first, "\"a\""), (second, "\"a\"")))).Failed);

    [Fact]
    public void Names_are_compared_within_their_own_object_only() => Assert.True(TokenLab.Check(TokenLab.Sign(
        TokenLab.Payload(("zz", """[{"a":1,"b":{"a":1,"wid":"x"}},{"a":2,"b":{}}]"""), ("b", "{\"wid\":1}")))).IsAccepted);

    [Fact]
    public void A_payload_of_as_many_members_as_fit_is_read()
    {
        var letters = "abcdefghijklmnopqrstuvwxyz";
        var names = letters.SelectMany(one => letters.Select(two => $"{one}{two}")).Take(380);

        Assert.True(TokenLab.Check(TokenLab.Sign(TokenLab.Payload([.. names.Select(name => (name, (string?)"0"))])))
            .IsAccepted);
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_a_callers_mistake()
    {
        using var key = TokenLab.Key();
        var checker = new ServiceTokenChecker([key], TokenLab.Policy);

        Assert.Throws<ArgumentException>(
            () => checker.Check(TokenLab.Mint(), null, TokenLab.Now, new byte[8], out _));
    }
}
