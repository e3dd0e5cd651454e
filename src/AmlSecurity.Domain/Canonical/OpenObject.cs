namespace AmlSecurity.Domain.Canonical;

/// <summary>An object that is not closed yet.</summary>
/// <param name="FirstMember">Where its members start among the members.</param>
/// <param name="FirstName">Where their names start among the names.</param>
/// <param name="IsSorted">Whether each name until now is greater than the one before it.</param>
internal readonly record struct OpenObject(int FirstMember, int FirstName, bool IsSorted);
