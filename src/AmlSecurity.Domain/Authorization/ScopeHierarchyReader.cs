using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads a tree of management groups in the two forms in which tools export it.</summary>
internal static class ScopeHierarchyReader
{
    public static DocumentReading<ScopeParent> Read(ReadOnlySpan<byte> utf8, Strictness strictness)
    {
        // Broken JSON must not lose the edges before it, so each is handed over as soon as it is read.
        var edges = new List<ScopeParent>();
        var reading = DocumentReader.Read(utf8, strictness, (ref JsonCursor json) => ReadElement(ref json, edges));
        return reading with { Values = [.. edges] };
    }

    // A node of a tree has children, of which the last have none; the members of a map are strings.
    private static ScopeParent? ReadElement(ref JsonCursor json, List<ScopeParent> edges)
    {
        if (json.Token == JsonTokenType.StartObject
            && json.Has("children", JsonTokenType.StartArray, JsonTokenType.Null))
        {
            ReadTree(ref json, edges);
        }
        else
        {
            ReadMap(ref json, edges);
        }

        return null;
    }

    private static void ReadMap(ref JsonCursor json, List<ScopeParent> edges)
    {
        if (!json.EnterObject())
        {
            return;
        }

        while (json.NextMember())
        {
            var before = json.FaultCount;
            var children = ReadChild(ref json, json.MemberAsWritten);
            var text = json.Text();
            var parent = text is null or "/" ? null : ReadGroup(ref json, text);
            if (parent is null && json.FaultCount == before)
            {
                // Maps made by hand name the top of the tree so; nothing but the tenant's root is above it anyway.
                json.Report(DocumentFaultKind.Irregular, "the parent is no management group, hence the tenant's root");
            }

            if (parent is not null && json.FaultCount == before)
            {
                edges.AddRange(children.Select(child => new ScopeParent(child, parent)));
            }
        }
    }

    // A node names itself by `id` and holds its children before or behind that, so the edges wait for both.
    private static ResourceId? ReadTree(ref JsonCursor json, List<ScopeParent> edges)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        ResourceId? self = null;
        var children = new List<ResourceId>();
        while (json.NextMember())
        {
            switch (json.Member)
            {
                case "id":
                    self = json.Text() is { } text ? ReadId(ref json, text) : null;
                    break;
                case "children":
                    ReadChildren(ref json, children, edges);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (self is null)
        {
            json.Fail(DocumentFaultKind.Missing, "the node has no `id` of a management group or subscription");
            return null;
        }

        if (children.Count > 0 && self.Level == ScopeLevel.Subscription)
        {
            json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(self.Text)} is a subscription and has children");
            return self;
        }

        edges.AddRange(children.Select(child => new ScopeParent(child, self)));
        return self;
    }

    private static void ReadChildren(ref JsonCursor json, List<ResourceId> children, List<ScopeParent> edges)
    {
        if (!json.EnterArray())
        {
            return;
        }

        while (json.NextElement())
        {
            if (ReadTree(ref json, edges) is { } child)
            {
                children.Add(child);
            }
        }
    }

    private static List<ResourceId> ReadChild(ref JsonCursor json, string text)
    {
        if (text.Contains('/', StringComparison.Ordinal))
        {
            return ReadId(ref json, text) is { } id ? [id] : [];
        }

        var children = new List<ResourceId>();
        if (ReadGroup(ref json, text) is { } group)
        {
            children.Add(group);
        }

        if (ResourceId.Read("/subscriptions/" + text, json.Strictness).TryPickT0(out var subscription, out _))
        {
            children.Add(subscription);
        }

        return children;
    }

    // Only management groups hold others; a subscription is always a leaf of their tree.
    private static ResourceId? ReadGroup(ref JsonCursor json, string text)
    {
        var isPath = text.Contains('/', StringComparison.Ordinal);
        var id = ReadId(ref json, isPath ? text : "/providers/Microsoft.Management/managementGroups/" + text);
        if (id is { Level: ScopeLevel.Subscription })
        {
            json.Fail(
                DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is a subscription, not a management group");
            return null;
        }

        return id;
    }

    private static ResourceId? ReadId(ref JsonCursor json, string text)
    {
        if (ResourceId.Read(text, json.Strictness).TryPickT0(out var id, out var fault)
            && id.Level is ScopeLevel.ManagementGroup or ScopeLevel.Subscription)
        {
            return id;
        }

        json.Fail(
            DocumentFaultKind.Malformed,
            $"{Plaintext.Quote(text)} is neither a management group nor a subscription"
                + (id is null ? $": {fault}" : ""));
        return null;
    }
}
