using AmlSecurity.Domain.Encryption.Revocation;

namespace AmlSecurity.Domain.Tests.Encryption.Revocation;

/// <summary>The machine, and what is true of the vault and the time whether or not the machine knows.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Asked">The question under way.</param>
/// <param name="Lost">The questions that were given up.</param>
/// <param name="Proof">What the grant rests on.</param>
/// <param name="IsHeld">Whether a key is in memory.</param>
/// <param name="DisabledFor">For how many ticks the tracked version has been disabled; null while it is
/// enabled.</param>
internal readonly record struct World(
    MachineNode Machine,
    Question? Asked = null,
    LostQuestion Lost = LostQuestion.None,
    Proof? Proof = null,
    bool IsHeld = false,
    int? DisabledFor = null)
{
    /// <summary>Gets the world in which nothing has happened.</summary>
    public static World First(MachineNode machine, Scope scope) =>
        new(machine, Lost: scope.AnyLate ? LostQuestion.MaySucceed : LostQuestion.None);

    /// <summary>Determines whether a move can happen.</summary>
    public bool Allows(Move move, Scope scope) => move.Kind switch
    {
        MoveKind.Time => (Asked is null || scope.Allows(Asked.Value.Sent.Plus(move.Age)))
            && (Proof is null || scope.Allows(Proof.Value.Sent.Plus(move.Age)))
            && (move.Age == Age.Tick || IsWithinBounds(move.Age, scope)),
        MoveKind.Disable => DisabledFor is null,
        MoveKind.Enable => DisabledFor is not null,
        MoveKind.LateAnswer => move.Event == KeyCacheEventKind.UnwrapSucceeded
            ? Lost == LostQuestion.MaySucceed
            : Lost != LostQuestion.None,
        _ when move.Event == KeyCacheEventKind.Wrapped =>
            move.Version != scope.Tracked || DisabledFor is null || DisabledFor <= move.Age.True,
        _ when move.Event == KeyCacheEventKind.UnwrapSucceeded => Asked is { MaySucceed: true },
        _ => !move.IsAnswer || Asked is not null,
    };

    /// <summary>Gets the world after a move.</summary>
    public World After(Move move, Outcome outcome, Scope scope) => move.Kind switch
    {
        MoveKind.Time => Later(move.Age) with { Machine = outcome.Next },
        MoveKind.Disable => this with { DisabledFor = 0 },
        MoveKind.Enable => this with
        {
            DisabledFor = null,
            Asked = Asked is { } asked ? asked with { MaySucceed = true } : null,
            Lost = Lost == LostQuestion.None ? Lost : LostQuestion.MaySucceed,
        },
        _ => AfterEvent(move, outcome, scope),
    };

    /// <summary>Determines whether a move leaves everything as it is.</summary>
    public bool IsLeftAloneBy(Move move, Outcome outcome, Scope scope) =>
        move.IsEvent
        && ReferenceEquals(outcome.Next, Machine)
        && !(move.Kind == MoveKind.Event && move.IsAnswer)
        && outcome is { Verdict: not KeyCacheVerdict.Kept, Sends: false, Zeroes: false }
        && (Proof is null || Proof.Value.Sent.IsWithin(scope.LifeTicks));

    /// <summary>Forgets what makes no difference; see <see cref="Normal"/>.</summary>
    public World ToNormal(Scope scope) => this with
    {
        Asked = Asked is { } asked ? asked with { Sent = Normal.Of(asked.Sent, scope) } : null,
        Proof = Proof is { } proof ? proof with { Sent = Normal.Of(proof.Sent, scope) } : null,
        DisabledFor = DisabledFor is { } ticks ? Math.Min(ticks, scope.WindowTicks) : null,
    };

    private World Later(Age passing) => this with
    {
        Asked = Asked is { } asked ? asked with { Sent = asked.Sent.Plus(passing) } : null,
        Proof = Proof is { } proof ? proof with { Sent = proof.Sent.Plus(passing) } : null,
        DisabledFor = DisabledFor + passing.True,
    };

    // A machine that is wrong may go by times at which nothing was sent; this keeps the search of it within bounds.
    private bool IsWithinBounds(Age passing, Scope scope) =>
        (passing == Age.Sleep ? Machine.MissedAsleep : Machine.MissedSetBack) < scope.Misses;

    private World AfterEvent(Move move, Outcome outcome, Scope scope)
    {
        var unanswered = move.Kind == MoveKind.Event && move.IsAnswer ? null : Asked;
        var isGivenUp = unanswered is not null && (outcome.Sends || outcome.Asked is null);
        return this with
        {
            Machine = outcome.Next,
            Asked = outcome.Sends ? Ask(outcome.Asked!.Value, scope) : isGivenUp ? null : unanswered,
            Lost = !isGivenUp || Lost == LostQuestion.MaySucceed ? Lost
                : unanswered!.Value.MaySucceed ? LostQuestion.MaySucceed : LostQuestion.Fails,
            Proof = ProofAfter(move, outcome, scope),
            IsHeld = outcome.Verdict == KeyCacheVerdict.Kept || (IsHeld && !outcome.Zeroes),
        };
    }

    private Question Ask(int version, Scope scope) =>
        new(version, default, MaySucceed: version != scope.Tracked || DisabledFor is null);

    private Proof? ProofAfter(Move move, Outcome outcome, Scope scope)
    {
        if (outcome.Verdict == KeyCacheVerdict.Kept)
        {
            return move.Event == KeyCacheEventKind.Wrapped
                ? new(move.Version, move.Age, HasExpired: false)
                : Asked is { } asked ? new(asked.Version, asked.Sent, HasExpired: false) : null;
        }

        return outcome.Granted is not null && Proof is { } proof
            ? proof with { HasExpired = proof.HasExpired || !proof.Sent.IsWithin(scope.LifeTicks) }
            : null;
    }
}
