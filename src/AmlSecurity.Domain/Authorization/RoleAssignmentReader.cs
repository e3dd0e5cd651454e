using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads one role assignment, its members at the top (CLI) or under <c>properties</c> (ARM).</summary>
internal static class RoleAssignmentReader
{
    public static RoleAssignment? Read(ref JsonCursor json)
    {
        var before = json.FaultCount;
        var place = json.Path;
        var draft = new Draft();
        draft.ReadMembers(ref json);
        return draft.Finish(ref json, before, place);
    }

    private sealed class Draft
    {
        private string? _id;
        private string? _name;
        private PrincipalId? _principal;
        private PrincipalKind _kind;
        private string? _principalName;
        private RoleDefinitionId? _role;
        private string? _roleName;
        private ResourceId? _scope;
        private string? _condition;
        private string? _conditionVersion;
        private string? _description;

        public void ReadMembers(ref JsonCursor json)
        {
            if (!json.EnterObject())
            {
                return;
            }

            while (json.NextMember())
            {
                Take(ref json);
            }
        }

        public RoleAssignment? Finish(ref JsonCursor json, int before, string place)
        {
            if (json.FaultCount == before)
            {
                Demand(ref json, _principal, "principalId");
                Demand(ref json, _scope, "scope");
                Demand(ref json, (object?)_role ?? (_roleName is "" ? null : _roleName), "roleDefinitionId");
            }

            return json.FaultCount == before
                ? new RoleAssignment(
                    _id ?? _name ?? place,
                    _principal!,
                    new RoleReference(_role, _roleName),
                    _scope!,
                    PermissionBlockDraft.ConditionOf(_condition, _conditionVersion),
                    _kind,
                    _principalName,
                    _description)
                : null;
        }

        private static void Demand(ref JsonCursor json, object? value, string member)
        {
            if (value is null)
            {
                json.Fail(DocumentFaultKind.Missing, $"the assignment has no `{member}`");
            }
        }

        private void Take(ref JsonCursor json)
        {
            switch (json.Member)
            {
                case "properties":
                    ReadMembers(ref json);
                    break;
                case "id":
                    _id = json.Text();
                    break;
                case "name":
                    _name = json.Text();
                    break;
                case "principalid":
                    _principal = PermissionReader.ReadPrincipalId(ref json);
                    break;
                case "principaltype":
                    _kind = PermissionReader.ReadPrincipalKind(ref json);
                    break;
                case "principalname":
                    _principalName = json.Text();
                    break;
                case "roledefinitionid":
                    _role = ReadRole(ref json);
                    break;
                case "roledefinitionname":
                    _roleName = json.Text();
                    break;
                case "scope":
                    _scope = PermissionReader.ReadScope(ref json);
                    break;
                case "condition":
                    _condition = json.Text();
                    break;
                case "conditionversion":
                    _conditionVersion = json.Text();
                    break;
                case "description":
                    _description = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        private static RoleDefinitionId? ReadRole(ref JsonCursor json) =>
            json.Text() is { } text ? PermissionReader.ReadRoleId(ref json, text) : null;
    }
}
