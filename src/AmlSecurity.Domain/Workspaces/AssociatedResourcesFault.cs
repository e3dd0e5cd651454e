namespace AmlSecurity.Domain.Workspaces;

/// <summary>Says why ids are not those of a workspace and its resources.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Resource">Whose id is wrong.</param>
/// <remarks>Equal by both; no order. The default is a workspace of another type. It holds no part of the id. Immutable,
/// hence safe for concurrent use.</remarks>
public readonly record struct AssociatedResourcesFault(
    AssociatedResourcesFaultKind Kind, GrantedResource Resource)
{
    /// <summary>Returns the sentence that tells a person what is wrong.</summary>
    /// <returns>The sentence, in lower case and without a full stop.</returns>
    public override string ToString() => $"as the {Plaintext.Words(Resource)}, it is {Plaintext.Words(Kind)}";
}
