namespace AmlSecurity.Domain.Compatibility;

/// <summary>Says of which resources a row of the table of scenarios speaks.</summary>
/// <remarks>The default is <see cref="Unasked"/>; no order.</remarks>
public enum ScenarioResources
{
    /// <summary>Of none.</summary>
    Unasked,

    /// <summary>Of all of them: each is attached so.</summary>
    Each,

    /// <summary>Of any of them: at least one is attached so.</summary>
    Any,

    /// <summary>Of any but the container registry: at least one of the others is attached so.</summary>
    AnyButContainerRegistry,

    /// <summary>Of the container registry.</summary>
    ContainerRegistry,
}
