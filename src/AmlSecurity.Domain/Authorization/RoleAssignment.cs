using System.Text.Json;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Gives a principal a role on a scope and on everything below it (AUTHZ-02, RBAC-07).</summary>
/// <param name="Id">The id of the assignment itself, as written.</param>
/// <param name="PrincipalId">Who receives the role: a user, an application, an identity or a group.</param>
/// <param name="Role">The role.</param>
/// <param name="Scope">The scope.</param>
/// <param name="Condition">The condition under which it counts, or null.</param>
/// <param name="PrincipalKind">What the principal is.</param>
/// <param name="PrincipalName">The principal's name for people, or null. It decides nothing.</param>
/// <param name="Description">Why it was made, or null.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RoleAssignment(
    string Id,
    PrincipalId PrincipalId,
    RoleReference Role,
    ResourceId Scope,
    AccessCondition? Condition = null,
    PrincipalKind PrincipalKind = PrincipalKind.Unknown,
    string? PrincipalName = null,
    string? Description = null)
{
    /// <summary>Reads the output of <c>az role assignment list</c>, or role assignments as Azure Resource Manager gives
    /// them.</summary>
    /// <param name="utf8">The document, in UTF-8: one, an array, or an ARM list.</param>
    /// <param name="strictness">Whether irregular ids are kept.</param>
    /// <returns>The assignments, and a fault with its place for each that could not be read.</returns>
    public static DocumentReading<RoleAssignment> Read(
        ReadOnlySpan<byte> utf8, Strictness strictness = Strictness.Strict) =>
        DocumentReader.Read(utf8, strictness, RoleAssignmentReader.Read);

    /// <summary>Writes the assignment as <c>az role assignment list</c> does.</summary>
    /// <param name="json">The writer. It is not flushed.</param>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteString("condition", Condition?.Text);
        json.WriteString("conditionVersion", Condition?.Version);
        json.WriteString("description", Description);
        json.WriteString("id", Id);
        json.WriteString("principalId", PrincipalId.Text);
        json.WriteString("principalName", PrincipalName);
        json.WriteString("principalType", PrincipalKind.ToString());
        json.WriteString("roleDefinitionId", Role.Id?.Text);
        json.WriteString("roleDefinitionName", Role.Name);
        json.WriteString("scope", Scope.Text);
        json.WriteString("type", "Microsoft.Authorization/roleAssignments");
        json.WriteEndObject();
    }
}
