using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Searches every course of events up to a depth, the shortest first, for one that breaks a rule.</summary>
/// <remarks>
/// The depth counts what the machine hears of. In between, and before and after, any number of ticks pass awake or
/// asleep, the wall clock is set back and the tracked version is disabled and enabled, within what the scope allows.
/// A world that was reached before is not searched again.
/// </remarks>
internal sealed class Search
{
    private readonly Atlas _atlas;
    private readonly Liveness _liveness;
    private readonly Rule _rules;
    private readonly List<(World World, int From, int Move)> _reached = [];
    private readonly HashSet<ulong> _known = [];
    private readonly Scope _scope;
    private readonly Move[] _moves;
    private readonly int[] _events;
    private readonly int[] _others;
    private long _transitions;
    private Rule _broken;
    private IReadOnlyList<Move> _course = [];

    private Search(Machine machine, Scope scope, Rule rules)
    {
        _liveness = new Liveness(machine, scope);
        _rules = rules;
        _scope = scope;
        _moves = [.. Move.In(scope)];
        _atlas = new Atlas(machine, scope, _moves);
        _events = [.. Enumerable.Range(0, _moves.Length).Where(move => _moves[move].IsEvent)];
        _others = [.. Enumerable.Range(0, _moves.Length).Except(_events)];
    }

    /// <summary>Searches.</summary>
    public static SearchReport Run(Machine machine, Scope scope, int depth, Rule rules = Rule.All) =>
        new Search(machine, scope, rules).Run(depth);

    private SearchReport Run(int depth)
    {
        Reach(World.First(_atlas.At(new KeyCacheState(_scope.Versions)), _scope), from: -1, move: -1);
        var events = 0;
        for (var start = 0; ; events++)
        {
            Expand(start, _others, followsNew: true);
            var end = _reached.Count;
            if (events == depth || _broken != Rule.None || start == end)
            {
                return Report(events, isComplete: start == end);
            }

            Expand(start, _events, followsNew: false);
            start = end;
        }
    }

    private void Expand(int start, int[] moves, bool followsNew)
    {
        var end = _reached.Count;
        for (var from = start; from < (followsNew ? _reached.Count : end) && _broken == Rule.None; from++)
        {
            var world = _reached[from].World;
            foreach (var move in moves)
            {
                if (world.Allows(_moves[move], _scope))
                {
                    Make(world, from, move);
                }
            }
        }
    }

    private void Make(in World world, int from, int index)
    {
        _transitions++;
        var move = _moves[index];
        var outcome = _atlas.Try(world.Machine, index);
        var isIdle = world.IsLeftAloneBy(move, outcome, _scope);
        var next = isIdle ? world : world.After(move, outcome, _scope);
        if (move.IsEvent)
        {
            Judge(outcome.Broken | WorldRules.Broken(world, outcome, next, _scope), from, index);
        }

        if (!isIdle)
        {
            Reach(move.Kind == MoveKind.Time ? next.ToNormal(_scope) : next, from, index);
        }
    }

    private void Reach(in World world, int from, int move)
    {
        if (_known.Add(WorldKey.Of(world)))
        {
            var isNewToMachine = world.Machine.IsNew;
            _reached.Add((world, from, move));
            if (isNewToMachine && _broken == Rule.None && (_rules & (Rule.Recovery | Rule.Continuity)) != 0)
            {
                world.Machine.IsNew = false;
                Judge(_liveness.Broken(world.Machine.State), from, move);
            }
        }
    }

    private void Judge(Rule broken, int from, int move)
    {
        if (_broken == Rule.None && (broken & _rules) != 0)
        {
            _broken = broken & _rules;
            _course = CourseTo(from, move);
        }
    }

    private List<Move> CourseTo(int from, int move)
    {
        List<Move> course = [];
        for (; move >= 0; (_, from, move) = _reached[from])
        {
            course.Add(_moves[move]);
        }

        course.Reverse();
        return course;
    }

    private SearchReport Report(int depth, bool isComplete) => new(
        _broken, _course, _reached.Count, _atlas.Count, _transitions, depth, isComplete, _atlas.Seen);
}
