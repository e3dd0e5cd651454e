using AmlSecurity.Domain.Authorization.Conditions;

namespace AmlSecurity.Domain.Tests.Authorization;

/// <summary>The conditions that the cases draw from.</summary>
internal enum CaseCondition
{
    None,
    Holds,
    HoldsOutsideP,
    Fails,
    Unreadable,
}

/// <summary>The conditions of the cases as texts, and what their requests know.</summary>
internal static class CaseConditions
{
    public static ConditionAttributes Known { get; } =
        ConditionAttributes.Empty.With(ConditionSource.Request, "known", new ConditionValue.Truth(true));

    public static string? TextOf(CaseCondition condition) => condition switch
    {
        CaseCondition.None => null,
        CaseCondition.Holds => "@Request[known] BoolEquals true",
        CaseCondition.HoldsOutsideP => "(!(ActionMatches{'p/*'})) OR @Request[unknown] BoolEquals true",
        CaseCondition.Fails => "@Request[known] BoolEquals false",
        _ => "condition",
    };
}
