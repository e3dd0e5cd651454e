using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>A typical condition, evaluated beside the same written by hand, and read.</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private const string Write = "Microsoft.Authorization/roleAssignments/write";

    private const string Delete = "Microsoft.Authorization/roleAssignments/delete";

    private const string RoleId = "Microsoft.Authorization/roleAssignments:RoleDefinitionId";

    private const string Ids = "5e467623-bb1f-42f4-a55d-6e525e11384b, a795c7a0-d4a2-40c1-ae25-d81f01202912";

    private const string Text =
        $$"""
        ((!(ActionMatches{'{{Write}}'})) OR (@Request[{{RoleId}}] ForAnyOfAnyValues:GuidEquals {{{Ids}}}))
        AND
        ((!(ActionMatches{'{{Delete}}'})) OR (@Resource[{{RoleId}}] ForAnyOfAnyValues:GuidEquals {{{Ids}}}))
        """;

    private static readonly Guid[] Assignable = [.. Ids.Split(", ").Select(Guid.Parse)];

    private readonly Condition _condition = Condition.Read(Text).AsT0;

    private readonly ActionName _other = ActionName.Read("Microsoft.Resources/deployments/write").AsT0;

    private ActionName _action = null!;

    private ConditionAttributes _attributes = null!;

    private string _asked = "";

    /// <summary>Gets or sets whether the condition holds.</summary>
    [Params(true, false)]
    public bool IsMet { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _action = ActionName.Read(Write).AsT0;
        _asked = IsMet ? "a795c7a0-d4a2-40c1-ae25-d81f01202912" : "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
        _attributes = ConditionAttributes.Empty.With(ConditionSource.Request, RoleId, new ConditionValue.Text(_asked));
        if (Holds() != IsMet || ByHand() != IsMet || Evaluate().Holds != IsMet || !NotTargeted())
        {
            throw new InvalidOperationException("the condition does not come to what it should");
        }
    }

    [Benchmark(Baseline = true)]
    public bool ByHand() =>
        (!_action.Canonical.Equals(Write, StringComparison.OrdinalIgnoreCase)
            || (Guid.TryParse(_asked, out var asked) && Array.IndexOf(Assignable, asked) >= 0))
        && !_action.Canonical.Equals(Delete, StringComparison.OrdinalIgnoreCase);

    [Benchmark]
    public bool Holds() => _condition.Holds(_action, _attributes);

    [Benchmark]
    public bool NotTargeted() => _condition.Holds(_other, _attributes);

    [Benchmark]
    public ConditionEvaluation Evaluate() => _condition.Evaluate(_action, _attributes);

    [Benchmark]
    public bool Read() => Condition.Read(_condition.Text).IsT0;
}
