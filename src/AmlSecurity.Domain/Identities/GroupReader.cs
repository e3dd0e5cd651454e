using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Identities;

/// <summary>Reads groups in the two forms in which tools export them.</summary>
internal static class GroupReader
{
    public static DocumentReading<Group> Read(ReadOnlySpan<byte> utf8, Strictness strictness)
    {
        // A Graph list or a lone Graph group has these members; a map of ids to members has neither.
        var isMap = !IsGraph(utf8);
        return isMap
            ? Flatten(DocumentReader.Read<IReadOnlyList<Group>>(utf8, strictness, ReadMap))
            : DocumentReader.Read(utf8, strictness, ReadGraphGroup);
    }

    private static bool IsGraph(ReadOnlySpan<byte> utf8)
    {
        var json = new JsonCursor(utf8, Strictness.Lenient);
        try
        {
            json.Read();
            return json.Token != JsonTokenType.StartObject
                || json.Has("value"u8, JsonTokenType.StartArray)
                || json.Has("displayName"u8);
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static DocumentReading<Group> Flatten(DocumentReading<IReadOnlyList<Group>> maps) =>
        new([.. maps.Values.SelectMany(map => map)], maps.Faults, maps.Notices);

    private static List<Group>? ReadMap(ref JsonCursor json)
    {
        if (!json.EnterObject())
        {
            return null;
        }

        var groups = new List<Group>();
        while (json.NextMember())
        {
            var before = json.FaultCount;
            var id = ReadId(ref json, json.MemberAsWritten);
            var members = ReadMembers(ref json);
            if (id is not null && json.FaultCount == before)
            {
                groups.Add(new Group(id, members));
            }
        }

        return groups;
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
