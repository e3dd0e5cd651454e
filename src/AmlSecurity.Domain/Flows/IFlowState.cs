using NodaTime;

namespace AmlSecurity.Domain.Flows;

/// <summary>A state of a flow.</summary>
/// <remarks>Implemented by the states of this library; a host only reads them.</remarks>
public interface IFlowState
{
    /// <summary>Gets the time of the last event that led here; an older one is refused.</summary>
    Instant At { get; }
}
