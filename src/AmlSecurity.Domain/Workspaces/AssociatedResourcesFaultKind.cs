namespace AmlSecurity.Domain.Workspaces;

/// <summary>Lists what can be wrong with the id of an associated resource. Each finishes the sentence "it is
/// …".</summary>
/// <remarks>The default is <see cref="OfAnotherType"/>.</remarks>
public enum AssociatedResourcesFaultKind
{
    /// <summary>The id of something else, of a child of the resource, or of an extension.</summary>
    OfAnotherType,

    /// <summary>Not in any resource group.</summary>
    OutsideOfAResourceGroup,
}
