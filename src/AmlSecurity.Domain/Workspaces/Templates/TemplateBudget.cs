namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>What the evaluation of one document may still cost.</summary>
/// <remarks>A step is a value, a call or a character that is made, so that no document takes longer than its size and
/// a constant allow.</remarks>
internal sealed class TemplateBudget
{
    /// <summary>The steps that every document has.</summary>
    public const long Steps = 4_000_000;

    /// <summary>The greatest number of resources that loops may make.</summary>
    public const int Instances = 10_000;

    /// <summary>The weight that evaluation may add to all resources together.</summary>
    public const long Weight = 16 << 20;

    private const int MaximumDepth = 200;

    private long _steps = Steps;
    private int _instances = Instances;
    private long _weight = Weight;
    private int _depth;

    public bool Spend(long steps)
    {
        _steps = Math.Max(0, _steps - steps);
        return _steps > 0;
    }

    public bool Repeat(long instances)
    {
        _instances = (int)Math.Max(0, _instances - instances);
        return _instances > 0;
    }

    public bool Hold(long weight)
    {
        _weight = Math.Max(0, _weight - Math.Max(0, weight));
        return _weight > 0;
    }

    public bool Enter() => ++_depth <= MaximumDepth;

    public void Leave() => _depth--;
}
