using System.Buffers;
using System.Text;
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
    private const int LongestPrincipal = 256;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Finds a principal; null if the text is none that is known.</summary>
    public static Holder? FindPrincipal(PolicyTables tables, ReadOnlySpan<char> text)
    {
        Span<char> buffer = stackalloc char[LongestPrincipal];
        if (Lower(text, buffer) is var lower && !lower.IsEmpty)
        {
            var number = tables.PrincipalNumbers.Find(lower);
            if (number >= 0)
            {
                return tables.Holders[number];
            }

            // Among ASCII texts only a GUID without dashes is written in another way than it is compared.
            if (lower.Length != 32)
            {
                return null;
            }
        }

        return PrincipalId.Read(text.ToString(), Strictness.Lenient).TryPickT0(out var id, out _)
            ? tables.Find(id)
            : null;
    }

    /// <summary>Finds an operation; null if the text is none.</summary>
    public static ActionName? FindAction(PolicyTables tables, ReadOnlySpan<char> text, out int number)
    {
        Span<char> buffer = stackalloc char[ActionSyntax.MaximumLength];
        if (Lower(text, buffer) is var lower && !lower.IsEmpty)
        {
            number = tables.Operations.Find(lower);
            if (number >= 0)
            {
                return tables.Operations.NameOf(number);
            }
        }

        var isName = ActionName.Read(text.ToString(), Strictness.Lenient).TryPickT0(out var name, out _);
        number = isName ? tables.Operations.Find(name) : -1;
        return isName ? name : null;
    }

    /// <summary>Finds a scope or the nearest above it; null if the text is none.</summary>
    public static ScopeNode? FindScope(PolicyTables tables, ReadOnlySpan<char> text, out bool isExact)
    {
        Span<char> buffer = stackalloc char[ResourceId.MaxLength];
        isExact = true;
        if (Lower(text, buffer) is var lower && !lower.IsEmpty)
        {
            for (var above = lower; ; isExact = false)
            {
                var number = tables.ScopeNumbers.Find(above);
                if (number >= 0)
                {
                    var node = tables.Scopes[number];
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

        if (!ResourceId.Read(text.ToString(), Strictness.Lenient).TryPickT0(out var scope, out _))
        {
            return null;
        }

        (var found, isExact) = tables.Resolve(scope);
        return found;
    }

    // Empty if the text is, is too long, or is not all ASCII.
    private static ReadOnlySpan<char> Lower(ReadOnlySpan<char> text, Span<char> buffer) =>
        Ascii.ToLower(text, buffer, out var written) == OperationStatus.Done ? buffer[..written] : [];

    // `/providers/{namespace}` below a resource group, then pairs of a type and a name; below a resource pairs at once.
    // Below an id that breaks off within a pair, the pairs would be other ones.
    private static bool IsPlainlyBelow(ReadOnlySpan<char> rest, ResourceId above)
    {
        const string Providers = "/providers/";
        if (above.Level < ScopeLevel.ResourceGroup || above.Oddities.HasFlag(ResourceIdOddities.Incomplete))
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
