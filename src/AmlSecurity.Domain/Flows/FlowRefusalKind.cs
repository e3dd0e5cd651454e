namespace AmlSecurity.Domain.Flows;

/// <summary>Lists why an event leads nowhere. Each finishes the sentence "it is …".</summary>
/// <remarks>The default is <see cref="OutOfPlace"/>.</remarks>
public enum FlowRefusalKind
{
    /// <summary>Without meaning in this state, whatever it carries.</summary>
    OutOfPlace,

    /// <summary>Older than the state.</summary>
    TooOld,

    /// <summary>Against a rule, by what it carries.</summary>
    AgainstARule,
}
