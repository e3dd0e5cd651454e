namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Lists what a comparison may compare, and how. The name is the text, read in any case.</summary>
/// <remarks>
/// A pair of values of another kind fails every operator, the negated ones included. The default is
/// <see cref="StringEquals"/>.
/// </remarks>
public enum ConditionOperator
{
    /// <summary>The texts are the same.</summary>
    StringEquals,

    /// <summary>The texts are the same but for case.</summary>
    StringEqualsIgnoreCase,

    /// <summary>The texts differ.</summary>
    StringNotEquals,

    /// <summary>The texts differ in more than case.</summary>
    StringNotEqualsIgnoreCase,

    /// <summary>The left text starts with the right one.</summary>
    StringStartsWith,

    /// <summary>The left text starts with the right one, whatever the case.</summary>
    StringStartsWithIgnoreCase,

    /// <summary>The left text does not start with the right one.</summary>
    StringNotStartsWith,

    /// <summary>The left text does not start with the right one in any case.</summary>
    StringNotStartsWithIgnoreCase,

    /// <summary>The left text fits the pattern on the right.</summary>
    StringLike,

    /// <summary>The left text fits the pattern on the right, whatever the case.</summary>
    StringLikeIgnoreCase,

    /// <summary>The left text does not fit the pattern on the right.</summary>
    StringNotLike,

    /// <summary>The left text does not fit the pattern on the right in any case.</summary>
    StringNotLikeIgnoreCase,

    /// <summary>The numbers are the same.</summary>
    NumericEquals,

    /// <summary>The numbers differ.</summary>
    NumericNotEquals,

    /// <summary>The left number is less.</summary>
    NumericLessThan,

    /// <summary>The left number is less or the same.</summary>
    NumericLessThanEquals,

    /// <summary>The left number is greater.</summary>
    NumericGreaterThan,

    /// <summary>The left number is greater or the same.</summary>
    NumericGreaterThanEquals,

    /// <summary>The moments are the same.</summary>
    DateTimeEquals,

    /// <summary>The moments differ.</summary>
    DateTimeNotEquals,

    /// <summary>The left moment is earlier.</summary>
    DateTimeLessThan,

    /// <summary>The left moment is earlier or the same.</summary>
    DateTimeLessThanEquals,

    /// <summary>The left moment is later.</summary>
    DateTimeGreaterThan,

    /// <summary>The left moment is later or the same.</summary>
    DateTimeGreaterThanEquals,

    /// <summary>The truth values are the same.</summary>
    BoolEquals,

    /// <summary>The truth values differ.</summary>
    BoolNotEquals,

    /// <summary>The ids are the same.</summary>
    GuidEquals,

    /// <summary>The ids differ.</summary>
    GuidNotEquals,
}
