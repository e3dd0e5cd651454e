using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Puts a management group or a subscription below a management group.</summary>
/// <param name="Child">The management group or subscription.</param>
/// <param name="Parent">The management group above it.</param>
/// <remarks>Equal by both; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ScopeParent(ResourceId Child, ResourceId Parent);
