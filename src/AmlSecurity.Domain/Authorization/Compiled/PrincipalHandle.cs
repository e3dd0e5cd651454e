namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A principal, looked up once for many decisions.</summary>
/// <remarks>
/// It belongs to the <see cref="CompiledPolicy"/> that made it; every other one refuses it. The default is nobody, to
/// whom everything is denied. Equal by what it stands for; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public readonly record struct PrincipalHandle
{
    internal PrincipalHandle(CompiledPolicy owner, Holder holder, bool isRefusedGuest)
    {
        Owner = owner;
        Holder = holder;
        IsRefusedGuest = isRefusedGuest;
    }

    /// <summary>Gets a value indicating whether the policy knows the principal: whether an assignment, a group or a
    /// deny assignment names it.</summary>
    public bool IsKnown => Holder is { Number: >= 0 };

    internal CompiledPolicy? Owner { get; }

    internal Holder? Holder { get; }

    internal bool IsRefusedGuest { get; }

    /// <summary>Returns the object id; nothing for the default and for a principal that the policy does not
    /// know.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsKnown ? Holder!.Id.Text : "";
}
