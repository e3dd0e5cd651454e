using NodaTime;

namespace AmlSecurity.Domain.Flows;

/// <summary>An event of a flow.</summary>
/// <remarks>Implemented by the events of this library; a host makes them from what has happened.</remarks>
public interface IFlowEvent
{
    /// <summary>Gets when it happened.</summary>
    Instant At { get; }
}
