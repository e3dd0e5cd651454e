using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads one role definition in any <see cref="RoleShape"/>; the members that are there tell the
/// shape.</summary>
internal static class RoleDefinitionReader
{
    public static RoleDefinition? Read(ref JsonCursor json)
    {
        var before = json.FaultCount;
        var draft = new Draft();
        draft.ReadMembers(ref json, isProperties: false);
        return draft.Finish(ref json, before);
    }

    private sealed class Draft
    {
        private readonly PermissionBlockDraft _ownBlock = new();
        private ImmutableArray<PermissionBlock>? _blocks;
        private ImmutableArray<ResourceId> _scopes = [];
        private string? _id;
        private string? _name;
        private string? _roleName;
        private string? _description;
        private RoleKind _kind;

        public void ReadMembers(ref JsonCursor json, bool isProperties)
        {
            if (!json.EnterObject())
            {
                return;
            }

            while (json.NextMember())
            {
                if (!Take(ref json, isProperties) && !_ownBlock.Take(ref json))
                {
                    json.Skip();
                }
            }
        }

        public RoleDefinition? Finish(ref JsonCursor json, int before)
        {
            // `name` is the id where the role's name has a member of its own (flat, ARM); in CLI files its own.
            var name = _roleName ?? _name;
            var id = ReadId(ref json, _roleName is null ? _id : _name ?? _id);

            // The path under `id` says more than the lone GUID under `name`, where both name one role; and where only
            // the path ends in a GUID, it is the id.
            if (id is not null && RoleDefinitionId.Read(_id, json.Strictness).TryPickT0(out var path, out _))
            {
                if (path == id || (path.IsGuid && !id.IsGuid))
                {
                    id = path;
                }
                else
                {
                    json.Report(
                        DocumentFaultKind.Irregular,
                        $"`id` and `name` name two roles; the role is {Plaintext.Quote(id.Name)}");
                }
            }

            if (name is null && json.FaultCount == before)
            {
                json.Report(DocumentFaultKind.Missing, "the role has neither `roleName` nor `Name`");
                name = id?.Name ?? "";
            }

            if (_blocks is null && !_ownBlock.HasEntries && json.FaultCount == before)
            {
                json.Fail(DocumentFaultKind.Missing, "the role has neither `permissions` nor `Actions`");
            }

            ImmutableArray<PermissionBlock> own = _ownBlock.HasEntries ? [_ownBlock.Finish()] : [];
            return json.FaultCount == before
                ? new RoleDefinition(name!, own.AddRange(_blocks ?? []), id, _kind, _description, _scopes)
                : null;
        }

        private bool Take(ref JsonCursor json, bool isProperties)
        {
            switch (json.Member)
            {
                case "properties" when !isProperties:
                    ReadMembers(ref json, isProperties: true);
                    return true;
                case "id":
                    _id = json.Text();
                    return true;
                case "name":
                    _name = json.Text();
                    return true;
                case "rolename":
                    _roleName = json.Text();
                    return true;
                case "description":
                    _description = json.Text();
                    return true;
                case "roletype":
                case "type" when isProperties:
                    ReadKind(ref json);
                    return true;
                case "iscustom":
                    _kind = json.Flag() == false ? RoleKind.BuiltIn : RoleKind.Custom;
                    return true;
                case "permissions":
                    _blocks = PermissionReader.ReadBlocks(ref json);
                    return true;
                case "assignablescopes":
                    _scopes = ReadScopes(ref json);
                    return true;
                default:
                    return false;
            }
        }

        private void ReadKind(ref JsonCursor json)
        {
            var text = json.Text();
            _kind = string.Equals(text, "BuiltInRole", StringComparison.OrdinalIgnoreCase)
                ? RoleKind.BuiltIn
                : RoleKind.Custom;
            if (text is not null && _kind == RoleKind.Custom
                && !text.Equals("CustomRole", StringComparison.OrdinalIgnoreCase))
            {
                json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is no type of role");
            }
        }

        private static ImmutableArray<ResourceId> ReadScopes(ref JsonCursor json)
        {
            var scopes = ImmutableArray.CreateBuilder<ResourceId>();
            if (json.EnterArray())
            {
                while (json.NextElement())
                {
                    if (json.Text() is not { } text)
                    {
                        continue;
                    }

                    if (text.StartsWith('[') && json.Strictness == Strictness.Lenient)
                    {
                        // Templates hold expressions here. Where a role may be assigned decides nothing, so it is kept.
                        json.Report(
                            DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is not resolved; it is left out");
                    }
                    else if (PermissionReader.ReadScope(ref json, text) is { } scope)
                    {
                        scopes.Add(scope);
                    }
                }
            }

            return scopes.ToImmutable();
        }

        private static RoleDefinitionId? ReadId(ref JsonCursor json, string? text) =>
            string.IsNullOrEmpty(text) ? null : PermissionReader.ReadRoleId(ref json, text);
    }
}
