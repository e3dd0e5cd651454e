using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads the principals of a deny assignment, in either of its lists.</summary>
internal static class DenyPrincipalReader
{
    public static ImmutableArray<DenyPrincipal> ReadAll(ref JsonCursor json)
    {
        var principals = ImmutableArray.CreateBuilder<DenyPrincipal>();
        if (json.EnterArray())
        {
            while (json.NextElement())
            {
                if (Read(ref json) is { } principal)
                {
                    principals.Add(principal);
                }
            }
        }

        return principals.ToImmutable();
    }

    private static DenyPrincipal? Read(ref JsonCursor json)
    {
        PrincipalId? id = null;
        var kind = PrincipalKind.Unknown;
        var before = json.FaultCount;
        if (!json.EnterObject())
        {
            return null;
        }

        while (json.NextMember())
        {
            switch (json.Member)
            {
                case "id":
                    id = PermissionReader.ReadPrincipalId(ref json);
                    break;
                case "type":
                    kind = PermissionReader.ReadPrincipalKind(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (id is null && kind == PrincipalKind.SystemDefined && json.FaultCount == before)
        {
            // There is but one of this type, and a deny that lost it would deny nobody.
            json.Report(DocumentFaultKind.Missing, "the principal has no `id`; by its type it is all principals");
            return new DenyPrincipal(PrincipalId.Everyone, kind);
        }

        if (id is null && json.FaultCount == before)
        {
            // Published samples hold `"id": null`: it names nobody.
            json.Report(DocumentFaultKind.Missing, "the principal has no `id`");
            return null;
        }

        return id is null ? null : new DenyPrincipal(id, kind);
    }
}
