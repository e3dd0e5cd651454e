namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Marks a theory that runs the implementation in JavaScript; without Node.js it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodeProgram.ReasonToSkip;
}
