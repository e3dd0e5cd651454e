using System.Text.Json.Nodes;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Identities;

/// <summary>Writes what the chapter on identities shows for a machine.</summary>
internal static class IdentityJson
{
    public static JsonObject Write(IdentityShow show) => new()
    {
        ["workspace"] = show.Identity.Resources.Workspace.Text,
        ["identity"] = show.Identity.Name,
        ["principal"] = show.Principal?.Text,
        ["isFoundByName"] = show.IsFoundByName,
        ["grants"] = TourDocument.List(show.Identity.Table, grant => new JsonObject
        {
            ["rule"] = grant.Rule.Text,
            ["role"] = grant.RoleName,
            ["scope"] = grant.Scope?.Text,
            ["kind"] = TourDocument.Word(grant.Kind),
            ["status"] = Check(show, grant) is { } check ? TourDocument.Word(check.Status) : null,
            ["reason"] = Check(show, grant)?.Reason,
        }),
        ["findings"] = TourDocument.List(show.Drift?.Findings ?? [], finding => new JsonObject
        {
            ["rule"] = finding.Rule.Text,
            ["severity"] = TourDocument.Word(finding.Severity),
            ["path"] = finding.Path,
            ["message"] = finding.Message,
            ["remedy"] = finding.Remedy,
        }),
        ["restore"] = show.Drift?.Restore?.Action.Text,
    };

    public static GrantCheck? Check(IdentityShow show, ManagedIdentityGrant grant) =>
        show.Drift?.Checks.FirstOrDefault(check => check.Grant == grant);
}
