using System.Text;
using AmlSecurity.Domain.Identities;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Identities;

/// <summary>What claims may be, up to their bounds.</summary>
public sealed class TokenClaimsBoundTests
{
    [Theory]
    [InlineData("-62135596800", true)]
    [InlineData("-62135596801", false)]
    [InlineData("253402300799", true)]
    [InlineData("253402300800", false)]
    [InlineData("1e30", false)]
    [InlineData("2020-03-13T10:00:00Z", true)]
    [InlineData("tomorrow", false)]
    public void A_time_lies_in_the_calendar(string time, bool isSound) =>
        Assert.Equal(isSound, TokenClaims.Create([new("exp", time)]).IsT0);

    [Fact]
    public void The_first_and_the_last_second_are_times()
    {
        Assert.Equal(
            Instant.FromUtc(1, 1, 1, 0, 0), TokenClaims.Create([new("exp", "-62135596800")]).Expect().Expires);
        Assert.Equal(
            Instant.FromUtc(9999, 12, 31, 23, 59, 59), TokenClaims.Create([new("exp", "253402300799")]).Expect().Expires);
    }

    [Fact]
    public void The_first_fault_is_told()
    {
        var fault = TokenClaims.Create([new("iat", "x"), new("exp", "y")]).AsT1;
        Assert.Equal("iat", fault.Claim);
    }

    [Theory]
    [InlineData("""{"hasgroups":true}""", typeof(GroupClaim.TooMany))]
    [InlineData("""{"hasgroups":false}""", typeof(GroupClaim.NotStated))]
    [InlineData("""{"hasgroups":"true"}""", typeof(GroupClaim.TooMany))]
    [InlineData("""{"hasgroups":"True"}""", typeof(GroupClaim.TooMany))]
    [InlineData("""{"hasgroups":"TRUE"}""", typeof(GroupClaim.NotStated))]
    [InlineData("""{"_claim_names":{"groups":"src1","x":{"a":1}}}""", typeof(GroupClaim.TooMany))]
    [InlineData("""{"_claim_names":{"x":"src1"}}""", typeof(GroupClaim.NotStated))]
    [InlineData("""{"_claim_names":{"x":["a"],"groups":"src1"},"oid":"a"}""", typeof(GroupClaim.TooMany))]
    [InlineData("""{"groups":["g1"]}""", typeof(GroupClaim.Listed))]
    [InlineData("{}", typeof(GroupClaim.NotStated))]
    public void Groups_are_listed_or_too_many_or_not_stated(string json, Type groups) =>
        Assert.IsType(groups, TokenClaims.Read(Encoding.UTF8.GetBytes(json)).Expect().Groups);

    [Fact]
    public void Lists_of_groups_are_equal_by_their_elements()
    {
        var one = new GroupClaim.Listed([PrincipalId.Read("aaaaaaaa-0000-0000-0000-000000000001").Expect()]);
        Assert.Equal(one, new GroupClaim.Listed([.. one.Groups]));
        Assert.NotEqual(one, new GroupClaim.Listed([]));
        Assert.False(one.Equals((GroupClaim.Listed?)null));
        Assert.Equal(new GroupClaim.Listed([]), new GroupClaim.Listed(default));
    }
}
