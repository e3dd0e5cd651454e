namespace AmlSecurity.Domain.Rules;

/// <summary>Lists why a text is not a <see cref="RuleSet"/>. Each finishes the sentence "it is …".</summary>
public enum RuleSetFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Neither <c>current</c> nor a date of the form <c>2020-03-13</c>.</summary>
    NeitherCurrentNorAnIsoDate,

    /// <summary>Before 2020-03-13, the date of the oldest rules that the model knows.</summary>
    OlderThanTheOldestRules,
}
