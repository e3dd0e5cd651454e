using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What the token of a run says beyond the scope of the run.</summary>
/// <param name="WorkspaceId">The immutable id of the workspace, <c>wid</c>: it survives when the workspace is deleted
/// and another of the same name made, and is not that one's.</param>
/// <param name="Tenant">The directory, <c>tid</c>; that of the submitter if null.</param>
/// <param name="Compute">The compute target, <c>cid</c>; null to leave it out.</param>
/// <param name="Experiment">The experiment, <c>eid</c>; null to leave it out.</param>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record RunTokenDetails(
    string WorkspaceId, TenantId? Tenant = null, string? Compute = null, string? Experiment = null);
