namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A scope, looked up once for many decisions.</summary>
/// <remarks>
/// It belongs to the <see cref="CompiledPolicy"/> that made it; every other one refuses it. The default is no scope, on
/// which everything is denied. Equal by what it stands for; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public readonly record struct ScopeHandle
{
    internal ScopeHandle(CompiledPolicy owner, ScopeNode node, bool isExact)
    {
        Owner = owner;
        Chain = node.Chain;
        IsExact = isExact;
    }

    /// <summary>Gets a value indicating whether the policy knows the scope itself, not only one above it.</summary>
    public bool IsExact { get; }

    internal CompiledPolicy? Owner { get; }

    /// <summary>Gets the steps upwards from the scope, or from the nearest above it on which something
    /// stands.</summary>
    internal ScopeStep[]? Chain { get; }

    /// <summary>Returns the id of the scope, or of the nearest above it that the policy knows; nothing for the
    /// default.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Chain is null ? "" : Owner!.TextOf(Chain[0]);
}
