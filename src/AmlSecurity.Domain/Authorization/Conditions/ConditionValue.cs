using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>One value that a condition compares: a text, a number, a truth value, an id or a moment.</summary>
/// <remarks>
/// One of the five cases; no other can be added. A text stands for the id or the moment that it spells where an
/// operator asks for one; nothing else is converted. Equal by case and value; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public abstract record ConditionValue
{
    private ConditionValue()
    {
    }

    /// <summary>Characters, which an operator can take for an id or a moment.</summary>
    /// <param name="Value">The characters.</param>
    public sealed record Text(string Value) : ConditionValue
    {
        /// <summary>Gets the characters.</summary>
        public string Value { get; } = Value ?? throw new ArgumentNullException(nameof(Value));

        /// <inheritdoc/>
        public override string ToString() => $"'{Value.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>A number, exact to 28 digits.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : ConditionValue
    {
        /// <inheritdoc/>
        public override string ToString() => ConditionNumber.Write(Value);
    }

    /// <summary>A truth value.</summary>
    /// <param name="Value">Whether it is true.</param>
    public sealed record Truth(bool Value) : ConditionValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>A GUID.</summary>
    /// <param name="Value">The GUID.</param>
    public sealed record Id(Guid Value) : ConditionValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString("D");
    }

    /// <summary>A point in time.</summary>
    /// <param name="Value">The instant.</param>
    public sealed record Moment(Instant Value) : ConditionValue
    {
        /// <inheritdoc/>
        public override string ToString() => $"'{Spelling}'";

        internal string Spelling => InstantPattern.ExtendedIso.Format(Value);
    }

    /// <summary>Gets the id that the value is or spells, with or without dashes.</summary>
    internal Guid? AsId() => this switch
    {
        Id id => id.Value,
        Text text when Plaintext.IsGuid(text.Value) || Plaintext.IsGuidWithoutDashes(text.Value) =>
            Guid.Parse(text.Value),
        _ => null,
    };

    /// <summary>Gets the moment that the value is or spells, in ISO 8601 with an offset.</summary>
    internal Instant? AsMoment() => this switch
    {
        Moment moment => moment.Value,
        Text text => OffsetDateTimePattern.ExtendedIso.Parse(text.Value) is { Success: true } parsed
            ? parsed.Value.ToInstant()
            : null,
        _ => null,
    };
}
