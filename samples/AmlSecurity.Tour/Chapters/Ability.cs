using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Whether somebody can do one of the 13 operations, and in which ways.</summary>
internal sealed record Ability(MlOperation Operation, ImmutableArray<ActionAlternative> Ways)
{
    /// <summary>Explains the signs of <see cref="Sign"/>.</summary>
    public const string Legend = "● can   ◐ can, but not in every way   · cannot";

    /// <summary>Gets a value indicating whether at least one way is open: all its actions are allowed.</summary>
    public bool IsPossible => !Ways.IsEmpty;

    public string Sign => Ways.Length == 0 ? "[grey]·[/]" : Ways.Length == Operation.Alternatives.Length ? "●" : "◐";

    public static ImmutableArray<Ability> All(Func<ActionName, bool> allows) =>
    [
        .. OperationMatrix.Operations.Select(operation => new Ability(
            operation, [.. operation.Alternatives.Where(way => way.Actions.All(allows))])),
    ];
}
