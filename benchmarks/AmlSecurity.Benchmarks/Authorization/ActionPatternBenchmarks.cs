using AmlSecurity.Domain.Authorization;
using BenchmarkDotNet.Attributes;

namespace AmlSecurity.Benchmarks.Authorization;

/// <summary>One pattern against one operation, for each shape; the hit and the nearest miss.</summary>
[MemoryDiagnoser]
public class ActionPatternBenchmarks
{
    private const string Workspaces = "Microsoft.MachineLearningServices/workspaces/";
    private const string Outside = "Microsoft.MachineLearningServices/workspacesX/read";

    private ActionPattern _pattern = null!;
    private ActionName _hit = null!;
    private ActionName _miss = null!;

    [Params(
        ActionPatternShape.Exact,
        ActionPatternShape.Prefix,
        ActionPatternShape.Infix,
        ActionPatternShape.Suffix,
        ActionPatternShape.Everything,
        ActionPatternShape.Unmatchable)]
    public ActionPatternShape Shape { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (pattern, hit, miss) = Shape switch
        {
            ActionPatternShape.Exact => (Workspaces + "models/write", "models/write", "models/reads"),
            ActionPatternShape.Prefix => (Workspaces + "*", "computes/write", ""),
            ActionPatternShape.Infix => (Workspaces + "*/write", "computes/write", "computes/delete"),
            ActionPatternShape.Suffix => ("*/write", "computes/write", "computes/delete"),
            ActionPatternShape.Everything => ("*", "computes/write", "computes/write"),
            _ => (Workspaces + "c*/write", "computes/write", "computes/write"),
        };
        _pattern = ActionPattern.ReadLeniently(pattern);
        _hit = ActionName.Read(Workspaces + hit).AsT0;
        _miss = ActionName.Read(miss.Length > 0 ? Workspaces + miss : Outside).AsT0;
        if (_pattern.Shape != Shape
            || _pattern.Matches(_hit) != (Shape != ActionPatternShape.Unmatchable)
            || _pattern.Matches(_miss) != (Shape == ActionPatternShape.Everything))
        {
            throw new InvalidOperationException($"`{pattern}` does not match as a pattern of this shape should");
        }
    }

    [Benchmark]
    public bool Hit() => _pattern.Matches(_hit);

    [Benchmark]
    public bool Miss() => _pattern.Matches(_miss);
}
