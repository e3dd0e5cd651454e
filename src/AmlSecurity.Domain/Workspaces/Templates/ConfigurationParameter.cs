namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The parameter of a template that a value stems from.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ConfigurationParameter
{
    internal ConfigurationParameter(string name, bool isSecure, bool isGiven)
    {
        Name = name;
        IsSecure = isSecure;
        IsGiven = isGiven;
    }

    /// <summary>Gets what the template calls it, as declared.</summary>
    public string Name { get; }

    /// <summary>Gets a value indicating whether it is declared as <c>secureString</c> or <c>secureObject</c>, or comes
    /// from a key vault.</summary>
    /// <remarks>What such a parameter holds is thrown away while reading.</remarks>
    public bool IsSecure { get; }

    /// <summary>Gets a value indicating whether a value was given, rather than the default taken or nothing
    /// known.</summary>
    public bool IsGiven { get; }
}
