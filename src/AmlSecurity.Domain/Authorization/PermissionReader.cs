using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads the pieces that role definitions, role assignments and deny assignments share.</summary>
internal static class PermissionReader
{
    public static ImmutableArray<PermissionBlock> ReadBlocks(ref JsonCursor json)
    {
        var blocks = ImmutableArray.CreateBuilder<PermissionBlock>();
        if (json.EnterArray())
        {
            while (json.NextElement())
            {
                var draft = new PermissionBlockDraft();
                if (json.EnterObject())
                {
                    while (json.NextMember())
                    {
                        if (!draft.Take(ref json))
                        {
                            json.Skip();
                        }
                    }

                    blocks.Add(draft.Finish());
                }
            }
        }

        return blocks.ToImmutable();
    }

    public static ResourceId? ReadScope(ref JsonCursor json) =>
        json.Text() is { } text ? ReadScope(ref json, text) : null;

    public static ResourceId? ReadScope(ref JsonCursor json, string text)
    {
        if (!ResourceId.Read(text, json.Strictness).TryPickT0(out var scope, out var fault))
        {
            json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is no scope: {fault}");
            return null;
        }

        if (scope.Oddities != ResourceIdOddities.None)
        {
            json.Report(
                DocumentFaultKind.Irregular,
                $"{Plaintext.Quote(text)} is irregular: {Plaintext.Words(scope.Oddities)}");
        }

        return scope;
    }

    public static RoleDefinitionId? ReadRoleId(ref JsonCursor json, string text)
    {
        if (RoleDefinitionId.Read(text, json.Strictness).TryPickT0(out var id, out var fault))
        {
            return id;
        }

        json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is no id of a role: {fault}");
        return null;
    }

    public static PrincipalId? ReadPrincipalId(ref JsonCursor json)
    {
        if (json.Text() is not { } text)
        {
            return null;
        }

        if (PrincipalId.Read(text, json.Strictness).TryPickT0(out var id, out var fault))
        {
            return id;
        }

        json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is no object id: {fault}");
        return null;
    }

    public static PrincipalKind ReadPrincipalKind(ref JsonCursor json)
    {
        if (json.Text() is not { } text || text.Length == 0)
        {
            return PrincipalKind.Unknown;
        }

        // The platform would also take numbers, blanks and lists of words.
        if (text.All(char.IsAsciiLetter) && Enum.TryParse<PrincipalKind>(text, ignoreCase: true, out var kind))
        {
            return kind;
        }

        json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is no type of principal");
        return PrincipalKind.Unknown;
    }
}
