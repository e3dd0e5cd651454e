using System.Collections.Frozen;
using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Catalogue;

/// <summary>The content of <see cref="RoleCatalogue"/>, read from its document when it is first asked for.</summary>
/// <remarks>The runtime makes the one instance, once and for all threads, when a type that holds it is
/// initialized.</remarks>
internal sealed class RoleCatalogueData
{
    private static readonly EffectivePeriod AfterThePagesOf2020 = new(SourcePages.Of2020.Until!.Value);

    private readonly FrozenDictionary<string, ImmutableArray<CatalogueRole>> _byId;
    private readonly FrozenDictionary<string, ImmutableArray<CatalogueRole>> _byName;

    private RoleCatalogueData(ImmutableArray<CatalogueRole> entries)
    {
        Entries = entries;
        _byId = entries.GroupBy(entry => entry.Definition.Id!.Canonical, StringComparer.Ordinal)
            .ToFrozenDictionary(role => role.Key, role => role.ToImmutableArray(), StringComparer.Ordinal);
        _byName = entries.GroupBy(entry => entry.Definition.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                role => role.Key, role => role.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    public static RoleCatalogueData Loaded { get; } = Load();

    public ImmutableArray<CatalogueRole> Entries { get; }

    public static RoleCatalogueData Load()
    {
        var reading = RoleDefinition.Read(BuiltInRoleDocument.Utf8);
        return reading.IsComplete
            ? new RoleCatalogueData([.. reading.Values.SelectMany(Entry)])
            : throw new InvalidOperationException($"the catalogue of roles is not readable: {reading.Faults[0]}");
    }

    public CatalogueRole? Find(RoleDefinitionId id, RuleSet rules) =>
        _byId.TryGetValue(id.Canonical, out var entries) ? In(entries, rules) : null;

    public CatalogueRole? Find(string name, RuleSet rules) =>
        _byName.TryGetValue(name, out var entries) ? In(entries, rules) : null;

    private static CatalogueRole? In(ImmutableArray<CatalogueRole> entries, RuleSet rules)
    {
        foreach (var entry in entries)
        {
            if (entry.Period.Includes(rules))
            {
                return entry;
            }
        }

        return null;
    }

    private static IEnumerable<CatalogueRole> Entry(RoleDefinition exported)
    {
        var copy = CatalogueSource.BuiltInRolesExport;
        if (Of2020(exported.Name) is { } block)
        {
            var old = new RoleDefinition(
                exported.Name, [block], exported.Id, RoleKind.BuiltIn, null, exported.AssignableScopes);
            return
            [
                new CatalogueRole(old, SourcePages.Of2020, true, CatalogueSource.RoleDefinitionsPage),
                new CatalogueRole(exported, AfterThePagesOf2020, false, copy),
            ];
        }

        return RoleBeginnings.Of(exported.Id!.Name) is { } beginning
            ? [new CatalogueRole(exported, new EffectivePeriod(beginning), true, copy)]
            : [new CatalogueRole(exported, AfterThePagesOf2020, false, copy)];
    }

    private static PermissionBlock? Of2020(string name) => name switch
    {
        nameof(BuiltInRole.Owner) => new PermissionBlock(Entries2020("*")),
        nameof(BuiltInRole.Contributor) => new PermissionBlock(
            Entries2020("*"),
            Entries2020(
                "Microsoft.Authorization/*/Delete",
                "Microsoft.Authorization/*/Write",
                "Microsoft.Authorization/elevateAccess/Action")),
        nameof(BuiltInRole.Reader) => new PermissionBlock(Entries2020("*/read")),
        _ => null,
    };

    private static ImmutableArray<ActionPattern> Entries2020(params ReadOnlySpan<string> texts)
    {
        var entries = ImmutableArray.CreateBuilder<ActionPattern>(texts.Length);
        foreach (var text in texts)
        {
            entries.Add(ActionPattern.Read(text).Expect());
        }

        return entries.MoveToImmutable();
    }
}
