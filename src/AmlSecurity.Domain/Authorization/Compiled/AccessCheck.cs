namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>One of many decisions.</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">The operation.</param>
/// <param name="Scope">What it would be done to.</param>
/// <remarks>The default is denied. Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public readonly record struct AccessCheck(PrincipalHandle Principal, ActionHandle Action, ScopeHandle Scope);
