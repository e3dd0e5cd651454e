namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>A part of a condition that decided, and how it came out.</summary>
/// <param name="Part">The part; it has no parts of its own.</param>
/// <param name="IsTrue">Whether it is true.</param>
/// <param name="Reason">Why.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ConditionGround(ConditionExpression Part, bool IsTrue, ConditionReason Reason)
{
    /// <summary>Returns a clause for a person.</summary>
    /// <returns>The clause.</returns>
    public override string ToString()
    {
        var why = Reason switch
        {
            ConditionReason.AttributeMissing => ", because an attribute in it is missing",
            ConditionReason.OtherType => ", because a value is of another type",
            ConditionReason.SeveralValues => ", because it takes one value on each side and there are several",
            _ => "",
        };
        return $"{Plaintext.Quote(Part.ToString())} is {(IsTrue ? "true" : "false")}{why}";
    }
}
