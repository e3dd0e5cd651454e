using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Plays a course of events as it is: attempts are counted through, ages are exact, and each event is at
/// another time of day.</summary>
internal sealed class Replay(Machine machine, Scope scope)
{
    private int _hours;

    /// <summary>Gets the world in which nothing has happened.</summary>
    public World First { get; } = World.First(At(new KeyCacheState(scope.Versions)), scope);

    /// <summary>Gets the rules that a course breaks by its last move, and none before.</summary>
    public Rule Broken(IEnumerable<Move> course)
    {
        var world = First;
        var broken = Rule.None;
        foreach (var move in course)
        {
            Assert.True(world.Allows(move, scope), $"{move} cannot happen");
            (world, broken) = Make(world, move);
        }

        return broken | new Liveness(machine, scope).Broken(world.Machine.State);
    }

    /// <summary>Makes a move.</summary>
    public (World Next, Rule Broken) Make(in World world, Move move)
    {
        var state = world.Machine.State;
        if (!move.IsEvent)
        {
            var next = At(move.Kind == MoveKind.Time ? Atlas.Later(state, move.Age) : state);
            return (world.After(move, new(next), scope), Rule.None);
        }

        var step = Apply(state, move.ToEvent(state));
        var outcome = new Outcome(At(step.Next), step, StepRules.Broken(state, move, step, scope.Window));
        var after = world.After(move, outcome, scope);
        return (after, outcome.Broken | WorldRules.Broken(world, outcome, after, scope));
    }

    private static MachineNode At(KeyCacheState state) => new(state, id: 0, moves: 0);

    private KeyCacheStep Apply(KeyCacheState state, KeyCacheEvent happened)
    {
        _hours = ((_hours * 31) + 17) % 1009;
        var (wall, monotonic) = (_hours * 6, _hours * 5);
        var moved = new Age(0, wall, monotonic);
        var step = machine(
            Atlas.Later(state, new Age(0, -wall, -monotonic)),
            happened with { Now = happened.Now.Later(wall, monotonic), Sent = happened.Sent.Later(wall, monotonic) },
            scope.Window);
        return step with { Next = Atlas.Later(step.Next, moved), WakeAt = step.WakeAt?.Later(-wall, -monotonic) };
    }
}
