using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Identities;

/// <summary>Reads groups in the two forms in which tools export them.</summary>
internal static class GroupReader
{
    public static DocumentReading<Group> Read(ReadOnlySpan<byte> utf8, Strictness strictness)
    {
        // Broken JSON must not lose the entries before it, so a map hands over each as soon as it is read.
        var entries = new List<Group>();
        var reading = DocumentReader.Read(utf8, strictness, (ref JsonCursor json) => ReadElement(ref json, entries));
        return reading with { Values = [.. entries, .. reading.Values] };
    }

    // A group of Microsoft Graph says who it is; the members of a map are arrays.
    private static Group? ReadElement(ref JsonCursor json, List<Group> entries)
    {
        if (json.IsElementOfList || json.Token != JsonTokenType.StartObject
            || json.Has("id", JsonTokenType.String) || json.Has("displayName", JsonTokenType.String))
        {
            return ReadGraphGroup(ref json);
        }

        ReadMap(ref json, entries);
        return null;
    }

    private static void ReadMap(ref JsonCursor json, List<Group> entries)
    {
        json.EnterObject();
        while (json.NextMember())
        {
            var before = json.FaultCount;
            var id = ReadId(ref json, json.MemberAsWritten);
            var members = ReadMembers(ref json);
            if (id is not null && json.FaultCount == before)
            {
                entries.Add(new Group(id, members));
            }
        }
    }

    private static Group? ReadGraphGroup(ref JsonCursor json)
    {
        var before = json.FaultCount;
        if (!json.EnterObject())
        {
            return null;
        }

        PrincipalId? id = null;
        string? name = null;
        ImmutableArray<PrincipalId> members = [];
        while (json.NextMember())
        {
            switch (json.Member)
            {
                case "id":
                    id = ReadId(ref json);
                    break;
                case "displayname":
                    name = json.Text();
                    break;
                case "members":
                    members = ReadMembers(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        if (id is null && json.FaultCount == before)
        {
            json.Fail(DocumentFaultKind.Missing, "the group has no `id`");
        }

        return json.FaultCount == before ? new Group(id!, members, name) : null;
    }

    private static ImmutableArray<PrincipalId> ReadMembers(ref JsonCursor json)
    {
        var members = ImmutableArray.CreateBuilder<PrincipalId>();
        if (!json.EnterArray())
        {
            return [];
        }

        while (json.NextElement())
        {
            if ((json.Token == JsonTokenType.StartObject ? ReadMember(ref json) : ReadId(ref json)) is { } id)
            {
                members.Add(id);
            }
        }

        return members.ToImmutable();
    }

    private static PrincipalId? ReadMember(ref JsonCursor json)
    {
        PrincipalId? id = null;
        var before = json.FaultCount;
        json.EnterObject();
        while (json.NextMember())
        {
            if (json.Member == "id")
            {
                id = ReadId(ref json);
            }
            else
            {
                json.Skip();
            }
        }

        if (id is null && json.FaultCount == before)
        {
            json.Fail(DocumentFaultKind.Missing, "the member has no `id`");
        }

        return id;
    }

    private static PrincipalId? ReadId(ref JsonCursor json)
    {
        // A value that is no string has its fault already.
        var before = json.FaultCount;
        var text = json.Text();
        return json.FaultCount == before ? ReadId(ref json, text) : null;
    }

    private static PrincipalId? ReadId(ref JsonCursor json, string? text)
    {
        if (PrincipalId.Read(text, json.Strictness).TryPickT0(out var id, out var fault))
        {
            return id;
        }

        json.Fail(DocumentFaultKind.Malformed, $"{Plaintext.Quote(text)} is no object id: {fault}");
        return null;
    }
}
