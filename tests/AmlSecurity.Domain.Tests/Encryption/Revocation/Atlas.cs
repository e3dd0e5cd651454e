using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>Asks the machine, once for each state and move.</summary>
internal sealed class Atlas(Machine machine, Scope scope, Move[] moves)
{
    private readonly Dictionary<KeyCacheState, MachineNode> _nodes = [];

    /// <summary>Gets which events led to which verdicts.</summary>
    public HashSet<(KeyCacheEventKind Kind, KeyCacheVerdict Verdict)> Seen { get; } = [];

    /// <summary>Gets how many states of the machine were seen.</summary>
    public int Count => _nodes.Count;

    /// <summary>Gets the node of a state.</summary>
    public MachineNode At(KeyCacheState state)
    {
        var normal = Normal.Of(state, scope);
        if (!_nodes.TryGetValue(normal, out var node))
        {
            node = new MachineNode(normal, _nodes.Count, moves.Length);
            _nodes.Add(normal, node);
        }

        return node;
    }

    /// <summary>Gets what a move leads to.</summary>
    public Outcome Try(MachineNode node, int move) => node.Outcomes[move] ??= Try(node, moves[move]);

    private Outcome Try(MachineNode node, Move move)
    {
        var state = node.State;
        if (!move.IsEvent)
        {
            return new(move.Kind == MoveKind.Time ? At(Later(state, move.Age)) : node);
        }

        var step = machine(state, move.ToEvent(state), scope.Window);
        Seen.Add((move.Event, step.Verdict));
        return new(
            ReferenceEquals(step.Next, state) ? node : At(step.Next),
            step,
            StepRules.Broken(state, move, step, scope.Window));
    }

    /// <summary>Lets time pass: what is remembered moves into the past.</summary>
    public static KeyCacheState Later(KeyCacheState state, Age passing) => state with
    {
        Grant = state.Grant is { } grant
            ? grant with { Sent = Earlier(grant.Sent, passing), RefreshAt = Earlier(grant.RefreshAt, passing) }
            : null,
        Flight = state.Flight is { } flight ? flight with { Sent = Earlier(flight.Sent, passing) } : null,
    };

    private static Moment Earlier(Moment moment, Age passing) => moment.Later(-passing.Wall, -passing.Monotonic);
}
