using System.Buffers;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>Finds principals, operations and scopes by texts, without a string where the text is regular.</summary>
/// <remarks>
/// A text that is known, or lies below a known one in the plainest way, is found by itself. Every other is read as the
/// types read it, which allocates, so that both doors of the policy understand the same.
/// </remarks>
internal static class RawTexts
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Finds a principal; null if the text is none that is known.</summary>
    public static Holder? FindPrincipal(PolicyTables tables, in RawText text)
    {
        if (!text.Lower.IsEmpty)
        {
            if (tables.Holders.Find(text.Lower, text.Hash) is { } holder)
            {
                return holder;
            }

            // Among ASCII texts only a GUID without dashes is written in another way than it is compared.
            if (text.Lower.Length != 32)
            {
                return null;
            }
        }

        return PrincipalId.Read(text.Original.ToString(), Strictness.Lenient).TryPickT0(out var id, out _)
            ? tables.Find(id)
            : null;
    }

    /// <summary>Finds an operation; null if the text is none.</summary>
    public static ActionName? FindAction(PolicyTables tables, ReadOnlySpan<char> text, out OperationBit? operation)
    {
        var key = new RawText(text, stackalloc char[RawText.UsualLength]);
        operation = key.Lower.IsEmpty ? null : tables.Operations.Find(key.Lower, key.Hash);
        if (operation is not null)
        {
            return operation.Name;
        }

        var isName = ActionName.Read(text.ToString(), Strictness.Lenient).TryPickT0(out var name, out _);
        operation = isName ? tables.Operations.Find(name) : null;
        return isName ? name : null;
    }

    /// <summary>Finds a scope or the nearest above it; null if the text is none.</summary>
    public static ScopeNode? FindScope(PolicyTables tables, in RawText text, out bool isExact)
    {
        isExact = true;
        if (text.Lower is var lower && !lower.IsEmpty)
        {
            var hash = text.Hash;
            for (var above = lower; ; hash = TextHash.Of(above), isExact = false)
            {
                if (tables.Scopes.Find(above, hash) is { } node)
                {
                    if (isExact || IsPlainlyBelow(lower[above.Length..], node.Id))
                    {
                        return node;
                    }

                    break;
                }

                // A name goes together with its type.
                var name = above.LastIndexOf('/');
                var type = name <= 0 ? -1 : above[..name].LastIndexOf('/');
                if (type <= 0)
                {
                    break;
                }

                above = above[..type];
            }
        }

        if (!ResourceId.Read(text.Original.ToString(), Strictness.Lenient).TryPickT0(out var scope, out _))
        {
            return null;
        }

        (var found, isExact) = tables.Resolve(scope);
        return found;
    }

    // `/providers/{namespace}` below a resource group, then pairs of a type and a name; below a resource pairs at once.
    // Below an id that breaks off within a pair, the pairs would be other ones.
    private static bool IsPlainlyBelow(ReadOnlySpan<char> rest, ResourceId above)
    {
        const string Providers = "/providers/";
        if (above.Level < ScopeLevel.ResourceGroup || (above.Oddities & ResourceIdOddities.Incomplete) != 0)
        {
            return false;
        }

        if (rest.StartsWith(Providers, StringComparison.Ordinal))
        {
            rest = rest[Providers.Length..];
            var end = rest.IndexOf('/');
            if (end < 0 || !IsNamespace(rest[..end]))
            {
                return false;
            }

            rest = rest[end..];
        }
        else if (above.Level == ScopeLevel.ResourceGroup)
        {
            return false;
        }

        var segments = 0;
        while (!rest.IsEmpty)
        {
            rest = rest[1..];
            var end = rest.IndexOf('/') is var slash and >= 0 ? slash : rest.Length;
            var segment = rest[..end];
            if (segment.IsEmpty || segment.ContainsAnyExcept(Plain) || segment.SequenceEqual("providers"))
            {
                return false;
            }

            segments++;
            rest = rest[end..];
        }

        return segments > 0 && segments % 2 == 0;
    }

    private static bool IsNamespace(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (text[part].IsEmpty || text[part].ContainsAnyExcept(Plain))
            {
                return false;
            }
        }

        return !text.SequenceEqual("providers");
    }
}
