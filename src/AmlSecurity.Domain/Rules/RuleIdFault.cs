namespace AmlSecurity.Domain.Rules;

/// <summary>Lists why a text is not a <see cref="RuleId"/>. Each finishes the sentence "it is …".</summary>
public enum RuleIdFault
{
    /// <summary>Empty or absent.</summary>
    Empty,

    /// <summary>Not of the form <c>AUTHZ-05</c> or <c>NET-05.3</c>.</summary>
    NotOfTheFormWordDashNumber,
}
