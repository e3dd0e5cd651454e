namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>An operation on one plane, looked up once for many decisions.</summary>
/// <remarks>
/// It belongs to the <see cref="CompiledPolicy"/> that made it; every other one refuses it. The default is no
/// operation, which is denied to everybody. Equal by what it stands for; no order. Immutable, hence safe for
/// concurrent use.
/// </remarks>
public readonly record struct ActionHandle
{
    internal ActionHandle(CompiledPolicy owner, ActionName name, Plane plane, int bit)
    {
        Owner = owner;
        Name = name;
        Plane = plane;
        Bit = bit;
    }

    /// <summary>Gets which of the two planes the operation is asked about on.</summary>
    public Plane Plane { get; }

    /// <summary>Gets a value indicating whether the policy was compiled for the operation. Any other is decided by the
    /// entries themselves, which takes longer.</summary>
    public bool IsCompiled => Name is not null && Bit >= 0;

    internal CompiledPolicy? Owner { get; }

    internal ActionName? Name { get; }

    /// <summary>Gets the place among the compiled bits; -1 if there is none.</summary>
    internal int Bit { get; }

    /// <summary>Returns the name; nothing for the default.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name?.Text ?? "";
}
