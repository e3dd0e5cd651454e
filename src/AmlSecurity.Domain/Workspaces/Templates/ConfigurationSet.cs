using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What several documents say together.</summary>
/// <remarks>
/// Two resources of different documents are one if their ids are equal, or if one has no id and its type and name,
/// being known, fit one resource only. What the earlier document leaves absent, null or unresolved, the later fills;
/// every value keeps the path and the document that it comes from. Equal by reference; no order. Immutable, hence safe
/// for concurrent use.
/// </remarks>
public sealed class ConfigurationSet
{
    private ConfigurationSet(
        ImmutableArray<ConfigurationResource> resources, ImmutableArray<ConfigurationNotice> notices)
    {
        Resources = resources;
        Notices = notices;
    }

    /// <summary>Gets the resources, each once, in the order in which the documents first name them.</summary>
    public ImmutableArray<ConfigurationResource> Resources { get; }

    /// <summary>Gets the notices of the documents, and where a later contradicts an earlier one.</summary>
    public ImmutableArray<ConfigurationNotice> Notices { get; }

    /// <summary>Merges documents.</summary>
    /// <param name="documents">The documents, those first whose values count.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public static ConfigurationSet Merge(IEnumerable<ConfigurationDocument> documents)
    {
        var merged = new List<ConfigurationResource>();
        var notices = ImmutableArray.CreateBuilder<ConfigurationNotice>();
        foreach (var (at, document) in Elements.Of(documents, nameof(documents)).Index())
        {
            notices.AddRange(document.Notices.Select(notice => new ConfigurationNotice(at, notice)));
            var partners = new ResourcePartners(merged);
            foreach (var resource in document.Resources)
            {
                var anchor = resource.Body.Anchor with { Document = at };
                if (partners.Find(resource) is not { } partner)
                {
                    merged.Add(At(resource, at));
                    continue;
                }

                var merge = new ConfigurationMerge();
                merged[partner] = merge.Merge(
                    merged[partner], resource.Body.Value, anchor, resource.Id, resource.Condition);
                notices.AddRange(merge.Conflicts.Select(path => Conflict(merged[partner].Document, path, at)));
            }
        }

        return new ConfigurationSet([.. merged], notices.ToImmutable());
    }

    private static ConfigurationNotice Conflict(int document, ConfigurationPath path, int other) => new(
        document,
        new DocumentFault(
            DocumentFaultKind.Irregular, path.ToString(), 0, $"document {other} has another value, which is left out"));

    private static ConfigurationResource At(ConfigurationResource resource, int document) => document == 0
        ? resource
        : new ConfigurationResource(
            resource.Type,
            resource.Name.In(document),
            resource.Id,
            resource.Condition,
            resource.Body.In(document));
}
