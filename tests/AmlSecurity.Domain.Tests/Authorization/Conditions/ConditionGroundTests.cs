using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>What the parts of a condition that decided say of themselves.</summary>
public sealed class ConditionGroundTests
{
    private const string Text = "@Resource[x] StringEquals 'a'";

    [Theory]
    [InlineData(ConditionReason.Evaluated, "is true")]
    [InlineData(ConditionReason.AttributeMissing, "is true, because an attribute in it is missing")]
    [InlineData(ConditionReason.OtherType, "is true, because a value is of another type")]
    [InlineData(
        ConditionReason.SeveralValues, "is true, because it takes one value on each side and there are several")]
    public void They_say_how_they_came_out_and_why(ConditionReason reason, string said) =>
        Assert.Equal($"`{Text}` {said}", new ConditionGround(Condition.Read(Text).Expect().Expression, true, reason).ToString());
}
