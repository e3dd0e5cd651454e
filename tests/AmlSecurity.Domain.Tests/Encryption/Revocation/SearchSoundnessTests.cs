using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>What the search takes for the same is the same: it goes along with courses that are played as they
/// are.</summary>
public sealed class SearchSoundnessTests
{
    private readonly HashSet<World> _reached = [];
    private readonly HashSet<(KeyCacheEventKind Kind, KeyCacheVerdict Verdict)> _seen = [];
    private readonly Scope _scope = Scope.OneHour;
    private readonly Move[] _moves;
    private readonly Atlas _atlas;
    private readonly Replay _replay;

    public SearchSoundnessTests()
    {
        _moves = [.. Move.In(_scope)];
        _atlas = new Atlas(Mutants.Sound, _scope, _moves);
        _replay = new Replay(Mutants.Sound, _scope);
    }

    [Fact]
    public void Every_course_of_four_moves_is_the_same_with_and_without_forgetting()
    {
        Follow(_replay.First, First(), moves: 4);

        Assert.Equal(_atlas.Seen, _seen);
        Assert.Equal(ReachedOnce(moves: 4), _reached);
    }

    [Fact]
    public void Long_courses_are_the_same_with_and_without_forgetting()
    {
        var chance = new Random(20260101);
        for (var course = 0; course < 150; course++)
        {
            var (plain, normal) = (_replay.First, First());
            for (var turn = 0; turn < 150; turn++)
            {
                var world = plain;
                var possible = Enumerable.Range(0, _moves.Length).Where(move => world.Allows(_moves[move], _scope));
                (plain, normal) = Both(plain, normal, Pick([.. possible], chance));
            }
        }

        Assert.InRange(_reached.Count, 2_000, int.MaxValue);
    }

    // Time passes in every other move or so, and evictions, which lead back to the beginning, are rare.
    private int Pick(int[] possible, Random chance)
    {
        var move = possible[chance.Next(possible.Length)];
        return chance.Next(3) == 0 ? 0
            : _moves[move].Event == KeyCacheEventKind.Evicted ? possible[chance.Next(possible.Length)]
            : move;
    }

    private World First() => World.First(_atlas.At(new KeyCacheState(_scope.Versions)), _scope);

    private void Follow(in World plain, in World normal, int moves)
    {
        for (var move = 0; move < _moves.Length && moves > 0; move++)
        {
            Assert.Equal(plain.Allows(_moves[move], _scope), normal.Allows(_moves[move], _scope));
            if (plain.Allows(_moves[move], _scope))
            {
                var (nextPlain, nextNormal) = Both(plain, normal, move);
                Follow(nextPlain, nextNormal, moves - 1);
            }
        }
    }

    private (World Plain, World Normal) Both(in World plain, in World normal, int move)
    {
        Assert.True(normal.Allows(_moves[move], _scope));
        var (nextPlain, broken) = _replay.Make(plain, _moves[move]);
        var outcome = _atlas.Try(normal.Machine, move);
        var nextNormal = normal.After(_moves[move], outcome, _scope).ToNormal(_scope);

        Assert.Equal(Rule.None, broken);
        Assert.Equal(nextPlain.ToNormal(_scope) with { Machine = _atlas.At(nextPlain.Machine.State) }, nextNormal);
        _reached.Add(nextNormal);
        if (_moves[move].IsEvent)
        {
            _seen.Add((_moves[move].Event, outcome.Verdict));
        }

        return (nextPlain, nextNormal);
    }

    private HashSet<World> ReachedOnce(int moves)
    {
        HashSet<World> all = [];
        HashSet<World> level = [First()];
        for (; moves > 0; moves--)
        {
            level = [.. from world in level
                        from move in Enumerable.Range(0, _moves.Length)
                        where world.Allows(_moves[move], _scope)
                        select world.After(_moves[move], _atlas.Try(world.Machine, move), _scope).ToNormal(_scope)];
            level.ExceptWith(all);
            all.UnionWith(level);
        }

        return all;
    }
}
