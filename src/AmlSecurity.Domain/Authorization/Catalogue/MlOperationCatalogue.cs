using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The operations of Azure Machine Learning that are known by name, by date (DEC-14).</summary>
/// <remarks>
/// All are of the control plane: Azure Machine Learning has no data actions, so that scoring and the listing of keys
/// are control-plane operations too. The list is real and not complete, and what is not in it may still exist.
/// Which operations there were in 2020 nobody published: under the rules of 2020 the catalogue holds those that the
/// pages of that year name (<see cref="MlActions"/>), and under later rules the whole list, which is a reading for
/// dates before the list's own. Read on first use, immutable, hence safe for concurrent use.
/// </remarks>
public static class MlOperationCatalogue
{
    /// <summary>The provider of all of them.</summary>
    public const string Provider = "Microsoft.MachineLearningServices";

    /// <summary>Gets the newest list, of 314 operations, in the order of their names.</summary>
    public static ImmutableArray<ActionName> Operations => MlOperationData.Loaded.All;

    /// <summary>Gets where the newest list comes from, and as of when.</summary>
    public static CatalogueSource Source => CatalogueSource.OperationList;

    /// <summary>Lists the operations that are known under a rule set.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The operations, in the order of their names.</returns>
    public static ImmutableArray<ActionName> Under(RuleSet rules) =>
        IsOf2020(rules) ? MlOperationData.Loaded.Of2020 : MlOperationData.Loaded.All;

    /// <summary>Says where the list of a rule set comes from.</summary>
    /// <param name="rules">The rule set.</param>
    /// <returns>The source, and as of when it speaks.</returns>
    public static CatalogueSource SourceUnder(RuleSet rules) =>
        IsOf2020(rules) ? CatalogueSource.Pages2020 : CatalogueSource.OperationList;

    /// <summary>Determines whether the newest list has an operation.</summary>
    /// <param name="action">The operation, in any case.</param>
    /// <returns><see langword="true"/> if it does; <see langword="false"/> does not say that there is none.</returns>
    public static bool Contains(ActionName action) => Contains(action, RuleSet.Current);

    /// <summary>Determines whether an operation is known under a rule set.</summary>
    /// <param name="action">The operation, in any case.</param>
    /// <param name="rules">The rule set.</param>
    /// <returns><see langword="true"/> if it is; <see langword="false"/> does not say that there is none.</returns>
    public static bool Contains(ActionName action, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(action);
        return MlOperationData.Loaded.Contains(action, IsOf2020(rules));
    }

    private static bool IsOf2020(RuleSet rules) => SourcePages.Of2020.Includes(rules);
}
