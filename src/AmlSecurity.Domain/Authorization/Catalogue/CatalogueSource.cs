using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>Where the facts of an entry come from.</summary>
/// <remarks>Equal by name and date; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record CatalogueSource
{
    private CatalogueSource(string name, LocalDate asOf)
    {
        Name = name;
        AsOf = asOf;
    }

    /// <summary>Gets the title of the page, or what the export is of.</summary>
    public string Name { get; }

    /// <summary>Gets the date of the content; what changed later is not in it.</summary>
    public LocalDate AsOf { get; }

    /// <summary>Gets the Azure page that defines Owner, Contributor and Reader under the rules of 2020.</summary>
    internal static CatalogueSource RoleDefinitionsPage { get; } =
        new("Azure page on role definitions", new LocalDate(2019, 6, 18));

    /// <summary>Gets the export of all built-in roles.</summary>
    internal static CatalogueSource BuiltInRolesExport { get; } =
        new("export of Azure's built-in roles", new LocalDate(2026, 8, 22));

    /// <summary>Gets what the pages of 2020 name of the provider's operations.</summary>
    internal static CatalogueSource Pages2020 { get; } =
        new("pages of 2020 on roles for Azure Machine Learning", new LocalDate(2020, 7, 28));

    /// <summary>Gets the list of the provider's operations.</summary>
    internal static CatalogueSource OperationList { get; } = new(
        "operations in Azure's page on AI permissions, in a public map of operations and in the built-in roles",
        new LocalDate(2026, 8, 22));

    /// <summary>Returns name and date.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name}, {LocalDatePattern.Iso.Format(AsOf)}";
}
