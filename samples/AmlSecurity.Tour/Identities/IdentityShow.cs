using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Tour.Inputs;

namespace AmlSecurity.Tour.Identities;

/// <summary>Compares one workspace's identity with the assignments of the folder.</summary>
internal sealed class IdentityShow
{
    public IdentityShow(IdentityInput input, TourInputs inputs)
    {
        Identity = input.Identity;
        var candidates = Identity.CandidatesIn(inputs.Policy.Assignments);
        IsFoundByName = input.Principal is null && candidates.Length == 1;
        Principal = input.Principal ?? (IsFoundByName ? candidates[0] : null);
        Drift = Principal is null
            ? null
            : IdentityDrift.Compare(Identity, Principal, inputs.Policy, input.Vault);
    }

    public WorkspaceIdentity Identity { get; }

    public PrincipalId? Principal { get; }

    /// <summary>Gets a value indicating whether the folder names no object id, and one application has the name.</summary>
    public bool IsFoundByName { get; }

    /// <summary>Gets the comparison, or null where nobody knows which principal it is.</summary>
    public IdentityDrift? Drift { get; }
}
