namespace AmlSecurity.Domain.Resources;

/// <summary>Lists why a text is not a <see cref="ResourceId"/>. Each finishes the sentence "it is …".</summary>
public enum ResourceIdFault
{
    /// <summary>Empty, absent, or blank.</summary>
    Empty,

    /// <summary>Longer than 2,048 characters, a leading slash included.</summary>
    TooLong,

    /// <summary>With blanks before or after the text (strict), or before or after one segment (always).</summary>
    SurroundedByBlanks,

    /// <summary>A template expression, such as <c>[parameters('vault')]</c>: what it names is not said yet.</summary>
    ATemplateExpression,

    /// <summary>Without the slash in front (strict).</summary>
    WithoutALeadingSlash,

    /// <summary>With a slash at the end (strict).</summary>
    EndedByASlash,

    /// <summary>With two slashes in a row.</summary>
    InterruptedByAnEmptySegment,

    /// <summary>With a segment <c>.</c> or <c>..</c>, which the clients of a URL would resolve away.</summary>
    InterruptedByADotSegment,

    /// <summary>With a control character, a line separator or an invisible formatting character.</summary>
    InterruptedByAControlCharacter,

    /// <summary>With a backslash.</summary>
    InterruptedByABackslash,

    /// <summary>With a <c>?</c> or a <c>#</c>.</summary>
    FollowedByAQueryOrAFragment,

    /// <summary>With half a surrogate pair, which is no character.</summary>
    InterruptedByHalfACharacter,

    /// <summary>With a segment that stands for another, such as <c>{subscription-id}</c> (strict).</summary>
    APlaceholder,

    /// <summary>Under a subscription that is not a GUID of the form <c>D</c> (strict, DEC-18).</summary>
    UnderASubscriptionThatIsNotAGuid,

    /// <summary>
    /// Without the id after <c>subscriptions</c>, the name after <c>resourceGroups</c> or the namespace after
    /// <c>providers</c> (always), the type after a namespace or the name after a type (strict).
    /// </summary>
    Incomplete,

    /// <summary>Not built as any id of Azure Resource Manager is.</summary>
    NotAResourceId,
}
