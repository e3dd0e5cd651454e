using System.Collections.Immutable;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>The roles of a policy, and which of them each reference in an assignment names.</summary>
/// <remarks>
/// Assignments keep the number of their reference, so that another role costs a look at each reference and not at each
/// assignment.
/// </remarks>
internal sealed class RoleTable
{
    private readonly OperationTable _operations;
    private readonly WildcardReading _reading;
    private readonly RoleDirectory _directory;
    private readonly ImmutableArray<CompiledRole> _compiled;
    private readonly ImmutableDictionary<RoleReference, int> _numbers;
    private readonly ImmutableArray<CompiledRole?> _resolved;

    private RoleTable(
        OperationTable operations,
        WildcardReading reading,
        ImmutableArray<CompiledRole> compiled,
        RoleDirectory directory,
        ImmutableDictionary<RoleReference, int> numbers,
        ImmutableArray<CompiledRole?> resolved)
    {
        _operations = operations;
        _reading = reading;
        _compiled = compiled;
        _directory = directory;
        _numbers = numbers;
        _resolved = resolved;
    }

    public IEnumerable<RoleDefinition> Roles => _compiled.Select(role => role.Definition);

    /// <summary>Gets the role that a reference names by its number; null if there is none, or if several fit.</summary>
    public CompiledRole? this[int reference] => _resolved[reference];

    public static RoleTable Create(
        ImmutableArray<RoleDefinition> roles,
        IEnumerable<RoleReference> references,
        OperationTable operations,
        WildcardReading reading)
    {
        var directory = new RoleDirectory(roles);
        ImmutableArray<CompiledRole> compiled =
            [.. roles.Distinct().Select(role => new CompiledRole(role, operations, reading))];
        var numbers = references.Distinct().Select(KeyValuePair.Create).ToImmutableDictionary();
        return new RoleTable(
            operations, reading, compiled, directory, numbers, Resolve(numbers, compiled, directory));
    }

    public RoleDefinition? Find(RoleReference reference) => _directory.Find(reference);

    public int NumberOf(RoleReference reference) => _numbers[reference];

    /// <summary>Copies the table with a reference, if it is a new one.</summary>
    public RoleTable With(RoleReference reference) => _numbers.ContainsKey(reference)
        ? this
        : new RoleTable(
            _operations,
            _reading,
            _compiled,
            _directory,
            _numbers.Add(reference, _numbers.Count),
            _resolved.Add(CompiledOf(reference, _compiled, _directory)));

    /// <summary>Copies the table with another role.</summary>
    public RoleTable With(RoleDefinition role) => Roles.Contains(role)
        ? this
        : Over(_compiled.Add(new CompiledRole(role, _operations, _reading)));

    /// <summary>Copies the table without a role.</summary>
    public RoleTable Without(RoleDefinition role) => Roles.Contains(role)
        ? Over([.. _compiled.Where(compiled => compiled.Definition != role)])
        : this;

    private RoleTable Over(ImmutableArray<CompiledRole> compiled)
    {
        var directory = new RoleDirectory([.. compiled.Select(role => role.Definition)]);
        return new RoleTable(
            _operations, _reading, compiled, directory, _numbers, Resolve(_numbers, compiled, directory));
    }

    private static ImmutableArray<CompiledRole?> Resolve(
        ImmutableDictionary<RoleReference, int> numbers,
        ImmutableArray<CompiledRole> compiled,
        RoleDirectory directory) =>
    [
        .. numbers.OrderBy(reference => reference.Value)
            .Select(reference => CompiledOf(reference.Key, compiled, directory)),
    ];

    private static CompiledRole? CompiledOf(
        RoleReference reference, ImmutableArray<CompiledRole> compiled, RoleDirectory directory) =>
        directory.Find(reference) is { } role ? compiled.First(each => each.Definition == role) : null;
}
