using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Writes on what grounds a decision was made.</summary>
internal static class GroundsJson
{
    public static JsonArray Denies(AccessExplanation explanation) => TourDocument.List(
        explanation.Denies,
        considered => new JsonObject
        {
            ["id"] = considered.Deny.Id,
            ["name"] = considered.Deny.Name,
            ["scope"] = considered.Deny.Scope.Text,
            ["outcome"] = TourDocument.Word(considered.Outcome),
            ["covering"] = considered.Covering?.Text,
            ["exempting"] = considered.Exempting?.Text,
        });

    public static JsonArray Assignments(AccessExplanation explanation) => TourDocument.List(
        explanation.Assignments,
        considered => new JsonObject
        {
            ["id"] = considered.Assignment.Id,
            ["role"] = considered.Role?.Name ?? considered.Assignment.Role.ToString(),
            ["scope"] = considered.Assignment.Scope.Text,
            ["throughGroups"] = TourDocument.List(considered.ThroughGroups, group => group.Text),
            ["outcome"] = TourDocument.Word(considered.Outcome),
            ["covering"] = considered.Covering?.Text,
            ["excluding"] = considered.Excluding?.Text,
            ["conditions"] = TourDocument.List(
                considered.Conditions,
                condition => new JsonObject
                {
                    ["text"] = condition.Condition.Text,
                    ["outcome"] = TourDocument.Word(condition.Outcome),
                    ["because"] = condition.ToString(),
                }),
        });

    /// <summary>Writes what would have to change, or nothing where the answer is yes.</summary>
    public static JsonObject? Remedy(AccessExplanation explanation) => explanation.FindRemedy() is { } remedy
        ? new JsonObject
        {
            ["needsMembership"] = remedy.NeedsMembership,
            ["denies"] = TourDocument.List(remedy.DeniesToLift, deny => deny.Id),
            ["needsRole"] = remedy.NeedsRole,
            ["roles"] = TourDocument.List(remedy.RolesToAssign, role => role.Role.Name),
            ["scope"] = remedy.Scope.Text,
            ["conditions"] = TourDocument.List(remedy.Conditional, considered => considered.Assignment.Id),
        }
        : null;
}
