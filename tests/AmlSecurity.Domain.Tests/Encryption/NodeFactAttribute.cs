using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Encryption;

/// <summary>Marks a fact that runs the implementation in JavaScript; without Node.js it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    /// <summary>Names what the fact needs beside Node.js.</summary>
    /// <param name="paths">Outside vectors, as <see cref="VectorFactAttribute"/> takes them.</param>
    public NodeFactAttribute(params string[] paths)
    {
        Paths = paths;
        Skip = NodeProgram.ReasonToSkip ?? OutsideVectors.ReasonToSkip(paths);
    }

    /// <summary>Gets the outside vectors.</summary>
    public IReadOnlyList<string> Paths { get; }
}
