using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>A built-in role as it stood in a period (DEC-14).</summary>
/// <remarks>
/// The source may be younger than the rules asked for: then the role existed, and its content is that of the source.
/// Compare <see cref="CatalogueSource.AsOf"/> with the date of the rules where that matters. Equal by all members; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record CatalogueRole
{
    internal CatalogueRole(
        RoleDefinition definition, EffectivePeriod period, bool isBeginningKnown, CatalogueSource source)
    {
        Definition = definition;
        Period = period;
        IsBeginningKnown = isBeginningKnown;
        Source = source;
    }

    /// <summary>Gets the role with its permissions.</summary>
    public RoleDefinition Definition { get; }

    /// <summary>Gets the dates under whose rules the entry answers.</summary>
    public EffectivePeriod Period { get; }

    /// <summary>Gets a value indicating whether a source gives the beginning of the period. If not, it is a reading of
    /// this library: the day after the pages of 2020.</summary>
    public bool IsBeginningKnown { get; }

    /// <summary>Gets where the permissions come from.</summary>
    public CatalogueSource Source { get; }

    /// <summary>Returns name and source.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Definition.Name} ({Source})";
}
