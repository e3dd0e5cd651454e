using AmlSecurity.Domain.Encryption;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;
using AmlSecurity.Domain.Workspaces.Impact;
using FsCheck.Xunit;
using NodaTime;

namespace AmlSecurity.Domain.Tests.Workspaces.Impact;

/// <summary>Random lives of a workspace: what is told before an incident is what the replay of it shows.</summary>
public sealed class ImpactProperties
{
    private static readonly int[] Later = [0, 1, 29, 30, 31, 59, 60, 61, 1439, 1440, 1441, 100_000];

    [Property(MaxTest = 300)]
    [Trait("Rule", "IDENT-10")]
    [Trait("Rule", "SYNC-01")]
    [Trait("Rule", "ENC-25")]
    public void What_a_report_says_is_what_the_replay_shows(byte[] moves)
    {
        var health = Lab.Workspace();
        foreach (var incident in LifeOf(moves))
        {
            var report = ImpactReport.Of(health, incident);
            var next = health.Apply(incident).Expect();
            if (!IsRepair(incident))
            {
                foreach (var step in DataFlowSteps.All)
                {
                    Assert.All(Later.Select(minutes => incident.At + Duration.FromMinutes(minutes)), now => Assert.Equal(
                        (RequestOutlook)Math.Max((int)health.Of(step, now), (int)report.At(step, now)),
                        next.Of(step, now)));
                }
            }

            health = next;
        }
    }

    [Property(MaxTest = 300)]
    public void The_replay_is_what_walking_every_minute_of_the_same_life_shows(byte[] moves)
    {
        var life = LifeOf(moves).ToList();
        var health = life.Aggregate(Lab.Workspace(), (before, incident) => before.Apply(incident).Expect());
        var model = new MinuteModel(life);

        Assert.All(Later.Select(minutes => health.At + Duration.FromMinutes(minutes)), now =>
        {
            Assert.Equal(model.Grant("IDENT-04", now), health.Of(new StepNeed.Grant(RuleId.Read("IDENT-04").Expect()), now));
            Assert.Equal(
                model.WorkspaceKey(now), health.Of(new StepNeed.StorageKey(StorageKeyHolder.Workspace), now));
            Assert.Equal(
                model.DatastoreKey(now), health.Of(new StepNeed.StorageKey(StorageKeyHolder.Datastores), now));
        });
    }

    [Fact]
    public void The_lives_reach_every_incident_and_every_outlook()
    {
        var random = new Random(20200313);
        var incidents = new HashSet<Type>();
        var outlooks = new HashSet<RequestOutlook>();
        var hits = 0;
        for (var life = 0; life < 50; life++)
        {
            var moves = new byte[20];
            random.NextBytes(moves);
            var health = Lab.Workspace();
            foreach (var incident in LifeOf(moves))
            {
                incidents.Add(incident.GetType());
                hits += ImpactReport.Of(health, incident).Needs.Length;
                health = health.Apply(incident).Expect();
                outlooks.UnionWith(DataFlowSteps.All.Select(step => health.Of(step, health.At)));
            }
        }

        Assert.Equal(typeof(WorkspaceIncident).GetNestedTypes().ToHashSet(), incidents);
        Assert.Equal(3, outlooks.Count);
        Assert.InRange(hits, 100, 2000);
    }

    private static bool IsRepair(WorkspaceIncident incident) => incident
        is WorkspaceIncident.KeysResynced
        or WorkspaceIncident.KeyVersionEnabled
        or WorkspaceIncident.DatastoresUpdated;

    private static IEnumerable<WorkspaceIncident> LifeOf(byte[] moves)
    {
        var at = Lab.T0;
        foreach (var move in moves)
        {
            at += Duration.FromMinutes((move / 8 % 4) switch { 0 => 0, 1 => 20, 2 => 70, _ => 1500 });
            var version = move / 64 + 1;
            KeyVersionId key = move % 2 == 0 ? Lab.Data(version) : Lab.Images(version);
            yield return (move % 8) switch
            {
                0 => new WorkspaceIncident.GrantRevoked(RuleId.Read($"IDENT-0{3 + move / 64}").Expect(), at),
                1 => new WorkspaceIncident.KeysResynced(at),
                2 or 3 => new WorkspaceIncident.KeyVersionDisabled(key, at),
                4 => new WorkspaceIncident.KeyVersionEnabled(key, at),
                5 => new WorkspaceIncident.KeyRotated(key, at),
                6 => new WorkspaceIncident.StorageKeyRegenerated(at),
                _ => new WorkspaceIncident.DatastoresUpdated(at),
            };
        }
    }

    /// <summary>Looks at the whole life again for each question, and keeps no state.</summary>
    private sealed class MinuteModel(List<WorkspaceIncident> life)
    {
        public RequestOutlook Grant(string rule, Instant now)
        {
            var held = true;
            var turned = Instant.MinValue;
            foreach (var incident in life)
            {
                var holds = incident switch
                {
                    WorkspaceIncident.GrantRevoked revoked when revoked.Rule.Text == rule => false,
                    WorkspaceIncident.KeysResynced => true,
                    _ => held,
                };
                (held, turned) = holds == held ? (held, turned) : (holds, incident.At);
            }

            // While a change spreads, some services see the old state and some the new one.
            return turned == Instant.MinValue ? RequestOutlook.Succeed
                : now < turned + Duration.FromMinutes(30) ? RequestOutlook.MayFail
                : held ? RequestOutlook.Succeed : RequestOutlook.Fail;
        }

        public RequestOutlook WorkspaceKey(Instant now)
        {
            var last = life.LastOrDefault(
                incident => incident is WorkspaceIncident.StorageKeyRegenerated or WorkspaceIncident.KeysResynced);
            return last is WorkspaceIncident.StorageKeyRegenerated && now < last.At + Duration.FromHours(1)
                ? RequestOutlook.Fail
                : RequestOutlook.Succeed;
        }

        public RequestOutlook DatastoreKey(Instant now)
        {
            var last = life.LastOrDefault(
                incident => incident is WorkspaceIncident.StorageKeyRegenerated or WorkspaceIncident.DatastoresUpdated);
            return now >= last?.At && last is WorkspaceIncident.StorageKeyRegenerated
                ? RequestOutlook.Fail
                : RequestOutlook.Succeed;
        }
    }
}
