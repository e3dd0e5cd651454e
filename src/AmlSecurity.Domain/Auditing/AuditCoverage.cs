using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Auditing;

/// <summary>Where one operation leaves a trace, and what that answer rests on.</summary>
/// <remarks>Equal by all members; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed record AuditCoverage
{
    internal AuditCoverage(string operation, AuditClass where, bool isDerived, params ImmutableArray<RuleId> rules)
    {
        Operation = operation;
        Class = where;
        IsDerived = isDerived;
        Rules = rules;
    }

    /// <summary>Gets the operation as text.</summary>
    public string Operation { get; }

    /// <summary>Gets the best place where it is sure, or most likely, to be seen.</summary>
    public AuditClass Class { get; }

    /// <summary>Gets a value indicating whether the class follows from a reading of the rules, and is not itself
    /// written there.</summary>
    public bool IsDerived { get; }

    /// <summary>Gets the rules that the class rests on.</summary>
    public ImmutableArray<RuleId> Rules { get; }

    /// <summary>Gets the resource logs that tell of it as well, or of its effects on managed compute.</summary>
    public ImmutableArray<string> ResourceLogs { get; internal init; } = [];

    /// <summary>Gets a value indicating whether the trace tells who did it.</summary>
    public bool NamesActor => Class is AuditClass.ActivityLog or AuditClass.ResourceLog;

    /// <summary>Finds out where an operation leaves a trace.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="plane">The plane that it belongs to.</param>
    /// <returns>The answer, which may be that none is stated.</returns>
    public static AuditCoverage Of(ActionName operation, RuleSet rules, Plane plane = Plane.Control)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(rules);
        return CoverageRows.Find(operation, rules, plane);
    }

    /// <summary>Finds out where a row of the matrix leaves a trace.</summary>
    /// <param name="operation">The row.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The answer for its actions if they agree; else that of the action which MON-06 names, if there is one;
    /// else that none is stated.</returns>
    public static AuditCoverage Of(MlOperation operation, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(rules);
        ImmutableArray<AuditCoverage> parts =
        [
            .. operation.Alternatives.SelectMany(way => way.Actions).Select(action => Of(action, rules)),
        ];
        var agreed = parts.FirstOrDefault(part => part.Rules.Contains(CoverageRules.Unlogged))
            ?? (parts.All(part => part.Class == parts[0].Class)
                ? parts[0]
                : new AuditCoverage("", AuditClass.NotStated, isDerived: true, CoverageRules.ThroughResourceManager));
        return new AuditCoverage(operation.Name, agreed.Class, isDerived: true, agreed.Rules)
        {
            ResourceLogs = [.. parts.SelectMany(part => part.ResourceLogs).Distinct()],
        };
    }

    /// <summary>Determines whether two answers are the same.</summary>
    /// <param name="other">The other answer.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(AuditCoverage? other) =>
        other is not null
        && Operation == other.Operation
        && Class == other.Class
        && IsDerived == other.IsDerived
        && Rules.SequenceEqual(other.Rules)
        && ResourceLogs.SequenceEqual(other.ResourceLogs);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Operation, Class, IsDerived, Rules.Length);

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Operation, class and rules.</returns>
    public override string ToString() =>
        $"{Plaintext.Quote(Operation)}: {Plaintext.Words(Class)} ({string.Join(", ", Rules)}"
        + $"{(IsDerived ? ", derived" : "")})";
}
