using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Reads one deny assignment, its members at the top or under <c>properties</c> (ARM).</summary>
internal static class DenyAssignmentReader
{
    public static DenyAssignment? Read(ref JsonCursor json)
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
        private string? _resourceName;
        private string? _name;
        private ResourceId? _scope;
        private ImmutableArray<PermissionBlock>? _blocks;
        private ImmutableArray<DenyPrincipal>? _principals;
        private ImmutableArray<DenyPrincipal> _excluded = [];
        private bool _stopsAtScope;
        private bool _isProtected;
        private DenyEffect _effect;
        private string? _condition;
        private string? _conditionVersion;

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

        public DenyAssignment? Finish(ref JsonCursor json, int before, string place)
        {
            if (json.FaultCount == before)
            {
                Demand(ref json, _scope, "scope");
                Demand(ref json, _blocks, "permissions");
                Demand(ref json, _principals, "principals");
            }

            return json.FaultCount == before
                ? new DenyAssignment(
                    _id ?? _resourceName ?? place,
                    _scope!,
                    _blocks!.Value,
                    _principals!.Value,
                    _excluded,
                    _name,
                    _stopsAtScope,
                    _isProtected,
                    _effect,
                    PermissionBlockDraft.ConditionOf(_condition, _conditionVersion))
                : null;
        }

        private static void Demand(ref JsonCursor json, object? value, string member)
        {
            if (value is null)
            {
                json.Fail(DocumentFaultKind.Missing, $"the deny assignment has no `{member}`");
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
                    _resourceName = json.Text();
                    break;
                case "denyassignmentname":
                    _name = json.Text();
                    break;
                case "scope":
                    _scope = PermissionReader.ReadScope(ref json);
                    break;
                // Null for whom or what to deny would deny nobody anything; it counts as missing.
                case "permissions" when json.Token != JsonTokenType.Null:
                    _blocks = PermissionReader.ReadBlocks(ref json);
                    break;
                case "principals" when json.Token != JsonTokenType.Null:
                    _principals = DenyPrincipalReader.ReadAll(ref json);
                    break;
                case "excludeprincipals":
                    _excluded = DenyPrincipalReader.ReadAll(ref json);
                    break;
                case "donotapplytochildscopes":
                    _stopsAtScope = json.Flag() ?? false;
                    break;
                case "issystemprotected":
                    _isProtected = json.Flag() ?? false;
                    break;
                case "denyassignmenteffect":
                    _effect = ReadEffect(ref json);
                    break;
                case "condition":
                    _condition = json.Text();
                    break;
                case "conditionversion":
                    _conditionVersion = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        private static DenyEffect ReadEffect(ref JsonCursor json)
        {
            var text = json.Text();
            if (string.Equals(text, "audit", StringComparison.OrdinalIgnoreCase))
            {
                return DenyEffect.Audit;
            }

            if (text is not null && !text.Equals("enforced", StringComparison.OrdinalIgnoreCase))
            {
                json.Report(
                    DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)} is no effect; it is taken as `enforced`");
            }

            return DenyEffect.Enforced;
        }
    }
}
