using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The content of <see cref="MlOperationCatalogue"/>, read from its document when it is first asked
/// for.</summary>
internal sealed class MlOperationData
{
    // By canonical text, for which the framework has sets faster than for a type of one's own.
    private readonly FrozenSet<string> _all;
    private readonly FrozenSet<string> _of2020;

    private MlOperationData(ImmutableArray<ActionName> all)
    {
        All = all;
        Of2020 = [.. all.Where(MlActions.All.Contains)];
        _all = CanonicalTextsOf(All);
        _of2020 = CanonicalTextsOf(Of2020);
    }

    public static MlOperationData Loaded { get; } = Load();

    public ImmutableArray<ActionName> All { get; }

    public ImmutableArray<ActionName> Of2020 { get; }

    public static MlOperationData Load()
    {
        var document = MlOperationDocument.Utf8;
        var all = ImmutableArray.CreateBuilder<ActionName>();
        foreach (var line in document.Split((byte)'\n'))
        {
            all.Add(ActionName.Of($"{MlOperationCatalogue.Provider}/{Encoding.UTF8.GetString(document[line])}"));
        }

        return new MlOperationData(all.DrainToImmutable());
    }

    public bool Contains(ActionName action, bool isOf2020) => (isOf2020 ? _of2020 : _all).Contains(action.Canonical);

    private static FrozenSet<string> CanonicalTextsOf(ImmutableArray<ActionName> actions) =>
        actions.Select(action => action.Canonical).ToFrozenSet(StringComparer.Ordinal);
}
