using AmlSecurity.Domain.Authorization.Conditions;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>Short words for conditions and for what is known of a request.</summary>
internal static class ConditionWords
{
    /// <summary>Reads a condition that is sound.</summary>
    public static Condition Sound(string text) => Condition.Read(text).Expect();

    /// <summary>Reads attributes from JSON with single quotes.</summary>
    public static ConditionAttributes Known(string json) =>
        ConditionAttributes.Read(Utf8(json.Replace('\'', '"'))).Values.Single();

    /// <summary>Evaluates a condition on resource attributes that are given as JSON with single quotes.</summary>
    public static bool Holds(string condition, string resource = "{}", string action = "a/read") =>
        Sound(condition).Holds(Action(action), Known($"{{'resource':{resource}}}"));

    /// <summary>Finds out what a condition says of itself.</summary>
    public static ConditionEvaluation Evaluated(string condition, string attributes = "{}", string action = "a/read") =>
        Sound(condition).Evaluate(Action(action), Known(attributes));
}
