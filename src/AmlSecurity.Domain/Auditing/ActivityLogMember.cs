namespace AmlSecurity.Domain.Auditing;

/// <summary>One member of an event of the activity log, as the source has it.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Json">The value as JSON without blanks.</param>
/// <remarks>Equal by both texts; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record ActivityLogMember(string Name, string Json);
