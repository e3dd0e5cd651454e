namespace AmlSecurity.Benchmarks.Authorization.Workload;

/// <summary>One assignment as numbers: what a floor is filled from.</summary>
/// <param name="Identity">The number of the principal, or of the group counted on behind the principals.</param>
/// <param name="Scope">The scope in its comparison form.</param>
/// <param name="Workspaces">The numbers of the workspaces on the scope or below it.</param>
/// <param name="Operations">A bit for each operation that the role grants.</param>
internal sealed record Grant(int Identity, string Scope, Range Workspaces, ushort Operations);
