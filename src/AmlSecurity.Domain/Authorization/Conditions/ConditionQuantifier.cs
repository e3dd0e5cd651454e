namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Says which pairs of a left and a right value must fulfil a comparison (the cross products).</summary>
/// <remarks>The default is <see cref="None"/>.</remarks>
public enum ConditionQuantifier
{
    /// <summary>There is one value on each side.</summary>
    None,

    /// <summary>One left value with one right value.</summary>
    ForAnyOfAnyValues,

    /// <summary>Each left value with one right value.</summary>
    ForAllOfAnyValues,

    /// <summary>One left value with each right value.</summary>
    ForAnyOfAllValues,

    /// <summary>Each left value with each right value.</summary>
    ForAllOfAllValues,
}
