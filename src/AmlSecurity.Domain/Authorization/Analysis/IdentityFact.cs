using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Says which identity a resource acts as, which no policy shows.</summary>
/// <param name="Resource">The resource: a workspace, or a user-assigned identity itself.</param>
/// <param name="Identity">The object id of the identity.</param>
/// <remarks>Equal by both members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record IdentityFact(ResourceId Resource, PrincipalId Identity);
