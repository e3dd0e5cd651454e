namespace AmlSecurity.Domain.Canonical;

/// <summary>One member of an object that is being written.</summary>
/// <param name="Name">Where its name starts among the names.</param>
/// <param name="NameLength">How long its name is.</param>
/// <param name="Start">Where it starts in the output.</param>
/// <param name="Length">How long it is there, without a comma.</param>
/// <param name="Source">Where its name stands in the text that is read.</param>
internal readonly record struct ObjectMember(int Name, int NameLength, int Start, int Length, int Source);
