using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.DataAtRest;

namespace AmlSecurity.Domain.Workspaces.DataFlows;

/// <summary>One step of a data flow: who takes it, with what, where it reads and writes, and what it needs.</summary>
/// <remarks>
/// A row of <see cref="DataFlowSteps"/>. What it reads, writes and needs beyond the words of the page is a reading of
/// the rules on identity and credentials, told in <c>docs/workspaces.md</c>. Equal by name; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
public sealed record DataFlowStep
{
    internal DataFlowStep(DataFlow flow, string rule, string name, StepActor actor, StepCredential credential)
    {
        Flow = flow;
        Rule = RuleId.Of(rule);
        Name = name;
        Actor = actor;
        Credential = credential;
    }

    /// <summary>Gets which flow it belongs to.</summary>
    public DataFlow Flow { get; }

    /// <summary>Gets the rule that tells of it; steps to two kinds of target share one.</summary>
    public RuleId Rule { get; }

    /// <summary>Gets what is done, in lower case without a full stop. No two steps have one name.</summary>
    public string Name { get; }

    /// <summary>Gets who takes it.</summary>
    public StepActor Actor { get; }

    /// <summary>Gets by what the actor proves who it is.</summary>
    public StepCredential Credential { get; }

    /// <summary>Gets the row of the matrix that allows it; null where it is no operation of a user.</summary>
    public MlOperation? Operation { get; internal init; }

    /// <summary>Gets the action by which logs know it; null where no page names one.</summary>
    public ActionName? Action { get; internal init; }

    /// <summary>Gets which of the ways of the operation it is, such as <c>aks</c>; empty where it may be any.</summary>
    public string Way { get; internal init; } = "";

    /// <summary>Gets the stores that it makes. It needs none of them.</summary>
    public ImmutableArray<StoreKind> Creates { get; internal init; } = [];

    /// <summary>Gets the stores that it reads.</summary>
    public ImmutableArray<StoreKind> Reads { get; internal init; } = [];

    /// <summary>Gets the stores that it writes.</summary>
    public ImmutableArray<StoreKind> Writes { get; internal init; } = [];

    /// <summary>Gets which grants of the managed identity it rests on.</summary>
    public ImmutableArray<RuleId> Grants { get; internal init; } = [];

    /// <summary>Gets whose access keys of the storage account it uses.</summary>
    public ImmutableArray<StorageKeyHolder> StorageKeys { get; internal init; } = [];

    /// <summary>Gets everything without which it fails: stores, grants and storage keys.</summary>
    public ImmutableArray<StepNeed> Needs =>
    [
        .. Reads.Union(Writes).Select(kind => new StepNeed.Store(kind)),
        .. Grants.Select(rule => new StepNeed.Grant(rule)),
        .. StorageKeys.Select(holder => new StepNeed.StorageKey(holder)),
    ];

    /// <summary>Determines whether two steps are the same row.</summary>
    /// <param name="other">The other step.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(DataFlowStep? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns rule and name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Rule} {Name}";
}
