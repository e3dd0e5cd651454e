namespace AmlSecurity.Domain.Authorization.Conditions;

/// <summary>Says whose attribute is meant.</summary>
/// <remarks>The default is <see cref="Resource"/>.</remarks>
public enum ConditionSource
{
    /// <summary>What would be accessed.</summary>
    Resource,

    /// <summary>What is asked for, such as the role in a new assignment.</summary>
    Request,

    /// <summary>Who asks.</summary>
    Principal,

    /// <summary>The circumstances, such as the time or the network.</summary>
    Environment,
}
