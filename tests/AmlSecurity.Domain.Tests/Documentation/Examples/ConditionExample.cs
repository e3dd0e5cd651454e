using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Tests.Documentation.Examples;

/// <summary>The code on <c>docs/conditions.md</c>.</summary>
public sealed class ConditionExample
{
    [Fact]
    public void A_condition_holds_on_what_is_known()
    {
        var action = ActionName.Read("Microsoft.Storage/storageAccounts/read").Expect();

        // <example>
        var condition = Condition.Read("(!(ActionMatches{'Microsoft.Storage/*/read'})) OR (@Resource[a:name] StringEquals 'reports')").Expect();
        var known = ConditionAttributes.Empty.With(ConditionSource.Resource, "a:name", new ConditionValue.Text("reports"));
        var holds = condition.Holds(action, known);
        var why = condition.Evaluate(action, known);
        // </example>

        Assert.True(holds);
        Assert.True(why.Holds);
        Assert.False(condition.Holds(action, ConditionAttributes.Empty));
    }
}
