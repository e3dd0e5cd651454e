using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Flows;
using AmlSecurity.Domain.Workspaces;
using NodaTime;
using Xunit.Abstractions;
using static AmlSecurity.Domain.Tests.Authorization.Examples;
using static AmlSecurity.Domain.Tests.Workspaces.IdentityLab;

namespace AmlSecurity.Domain.Tests.Workspaces;

/// <summary>Holds the flow against real keys: an account with two numbers, and who remembers which.</summary>
public sealed class StorageKeyLawTests(ITestOutputHelper output)
{
    private static readonly Instant Now = Instant.FromUtc(2020, 6, 19, 9, 0);

    private static readonly AccessDecision May = Decide(Contributor);

    private static readonly AccessDecision MayNot = Decide(Reader);

    [Fact]
    [Trait("Rule", "SYNC-01")]
    [Trait("Rule", "SYNC-02")]
    public void An_access_passes_if_and_only_if_the_key_remembered_is_the_accounts()
    {
        var walk = new FlowWalk<StorageKeyState, StorageKeyEvent, StorageKeyEffect>(StorageKeyFlow.Table);
        StorageKeyState? last = null;
        var model = new Model(default, default);
        walk.Walk(
            300,
            output,
            random =>
            {
                var (workspace, datastores) = ((StorageKeySlot)random.Next(2), (StorageKeySlot)random.Next(2));
                (model, last) = (new Model(workspace, datastores), null);
                return (StorageKeyFlow.Begin(workspace, datastores, Now), []);
            },
            Draw,
            (state, happened, outcome) =>
            {
                if (!outcome.TryPickT0(out var step, out _))
                {
                    return;
                }

                Assert.True(last is null || last == state);
                last = step.Next;
                model.Apply(happened);
                Assert.Equal(model.WorkspaceWorks, !step.Next.IsStale(StorageKeyHolder.Workspace));
                Assert.Equal(model.DatastoresWork, !step.Next.IsStale(StorageKeyHolder.Datastores));
                Assert.Equal(!model.WorkspaceWorks, step.Next.NextDeadline is not null);
                if (happened is StorageKeyEvent.StorageAccessed { By: var by })
                {
                    var works = by == StorageKeyHolder.Workspace ? model.WorkspaceWorks : model.DatastoresWork;
                    Assert.Equal(works, Assert.Single(step.Effects) is StorageKeyEffect.AuthoriseAccess);
                }
            });
        walk.AssertEverythingWasReached();
    }

    private static StorageKeyEvent Draw(Random random, StorageKeyState state, Instant now)
    {
        var access = random.Next(10) == 0 ? MayNot : May;
        var slot = (StorageKeySlot)random.Next(2);
        return random.Next(9) switch
        {
            0 or 1 => new StorageKeyEvent.KeyRegenerated(access, slot, now),
            2 => new StorageKeyEvent.WorkspaceResynced(access, now),
            3 => new StorageKeyEvent.DatastoresRegistered(access, slot, now),
            4 => new StorageKeyEvent.TimePassed(now),
            5 when state.NextDeadline > now => new StorageKeyEvent.TimePassed(state.NextDeadline.Value),
            _ => new StorageKeyEvent.StorageAccessed((StorageKeyHolder)random.Next(2), now),
        };
    }

    private static AccessDecision Decide(RoleDefinition role) => Policy(Assign(role, Alice, Group1))
        .Decide(StorageKeyFlow.AskToRegenerate(Principal.User(Alice), Identity().Resources));

    private sealed class Model(StorageKeySlot workspace, StorageKeySlot datastores)
    {
        private readonly int[] _keys = [1, 2];
        private int _next = 3;
        private StorageKeySlot _datastores = datastores;
        private int _ofWorkspace = (int)workspace + 1;
        private int _ofDatastores = (int)datastores + 1;
        private Instant _looksAt = Instant.MaxValue;

        public bool WorkspaceWorks => _ofWorkspace == _keys[(int)workspace];

        public bool DatastoresWork => _ofDatastores == _keys[(int)_datastores];

        public void Apply(StorageKeyEvent happened)
        {
            if (happened.At >= _looksAt)
            {
                (_ofWorkspace, _looksAt) = (_keys[(int)workspace], Instant.MaxValue);
            }

            switch (happened)
            {
                case StorageKeyEvent.KeyRegenerated { Slot: var slot }:
                    _keys[(int)slot] = _next++;
                    _looksAt = slot == workspace ? happened.At + Duration.FromHours(1) : _looksAt;
                    break;
                case StorageKeyEvent.WorkspaceResynced:
                    (_ofWorkspace, _looksAt) = (_keys[(int)workspace], Instant.MaxValue);
                    break;
                case StorageKeyEvent.DatastoresRegistered { Slot: var slot }:
                    (_datastores, _ofDatastores) = (slot, _keys[(int)slot]);
                    break;
            }
        }
    }
}
