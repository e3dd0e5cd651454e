namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A role with what it makes of each operation.</summary>
internal sealed class CompiledRole
{
    private readonly CompiledBlocks _blocks;

    public CompiledRole(RoleDefinition definition, OperationTable operations, WildcardReading reading)
    {
        Definition = definition;
        IsConditional = definition.Blocks.Any(block => block.Condition is not null);
        _blocks = new CompiledBlocks(definition.Blocks, operations, reading);
    }

    public RoleDefinition Definition { get; }

    /// <summary>Gets a value indicating whether a block stands under a condition, so that a grant is to be looked at
    /// again.</summary>
    public bool IsConditional { get; }

    /// <summary>Judges an operation by its place among the bits, conditions aside.</summary>
    public BlockOutcome this[int bit] => _blocks[bit];
}
