using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Flows;

/// <summary>Says why an event leads nowhere. The state stays as it is.</summary>
/// <param name="Kind">The kind of reason.</param>
/// <param name="Rule">The rule that it rests on; null for an event that is only too old.</param>
/// <param name="Reason">The reason for a person, in lower case without a full stop.</param>
/// <remarks>Equal by all members; no order. Holds no secret. Immutable, hence safe for concurrent use.</remarks>
public sealed record FlowRefusal(FlowRefusalKind Kind, RuleId? Rule, string Reason)
{
    internal static FlowRefusal TooOld { get; } =
        new(FlowRefusalKind.TooOld, null, "the event is older than the state");

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Reason and rule.</returns>
    public override string ToString() => Rule is null ? Reason : $"{Reason} ({Rule})";
}
