using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Workspaces.DataFlows;
using AmlSecurity.Tour.WholeLife;

namespace AmlSecurity.Tour.Tests;

public sealed class WholeLifeTests
{
    private static readonly LifeWalk Walk = LifeWalk.Of(1);
    private static readonly LifeProof Proof = new(Walk, 1);

    [Fact]
    public void Two_walks_give_the_same_records_byte_for_byte_and_the_same_checkpoint()
    {
        using var again = LifeWalk.Of(1);

        Assert.Equal(30, Walk.Journal.Records.Length);
        Assert.All(
            Walk.Journal.Records.Zip(again.Journal.Records),
            pair => Assert.Equal(pair.First.ToArray(), pair.Second.ToArray()));
        Assert.Equal(Proof.Late, new LifeProof(again, 1).Late);
        Assert.Equal(Proof.VerifierKey, new LifeProof(again, 1).VerifierKey);
        Assert.Equal(Walk.Model.Envelope, again.Model.Envelope);
    }

    [Fact]
    public void Another_seed_seals_another_envelope_and_only_the_records_about_it_differ()
    {
        using var other = LifeWalk.Of(2);
        var differing = Enumerable.Range(0, Walk.Journal.Records.Length)
            .Where(at => !Walk.Journal.Records[at].Span.SequenceEqual(other.Journal.Records[at].Span));

        Assert.NotEqual(Walk.Model.Digest, other.Model.Digest);
        Assert.NotEqual(Proof.Late.Root.AsEnumerable(), new LifeProof(other, 2).Late.Root.AsEnumerable());
        Assert.Equal(Walk.Early, other.Early);
        Assert.All(differing, at => Assert.Contains("model", Walk.Journal.Lines[at].What, StringComparison.Ordinal));
        Assert.Equal(3, differing.Count());
    }

    [Fact]
    public void What_was_refused_is_recorded_with_its_reason() => Assert.Equal(
        [
            "Sam: workspaces/write: denied: the matrix gives it to Contributor at least",
            "Sam: workspaces/experiments/runs/submit/action: denied: the matrix gives it to Contributor at least",
            "the workspace: call back with an altered token: denied: the token is refused by step 6, Signature (AUTHN-04)",
            "the workspace: open the model as another version: denied: the envelope is not authentic for this key and context",
            "the workspace: score with a wrong key: denied: the key is neither of the two (AUTHN-09)",
        ],
        Walk.Journal.Lines.Where(line => line.Outcome.StartsWith("denied", StringComparison.Ordinal))
            .Select(line => $"{line.Who}: {line.What}: {line.Outcome}"));

    [Fact]
    public void Behind_the_scored_request_stand_service_image_model_run_and_snapshot()
    {
        var origins = Walk.Journal.Lineage.FindOrigins(new LineageNode.ScoringRequest(LifeWalk.Request));

        Assert.Equal(5, origins.Links.Length);
        Assert.Equal(LifeCast.Run, Assert.Single(origins.Runs));
        Assert.Single(origins.Snapshots);
        Assert.All(origins.Links, link => Assert.NotNull(link.Receipt));
    }

    [Fact]
    public void The_checkpoint_holds_the_record_and_begins_with_the_earlier_one()
    {
        Assert.True(Proof.IsIncluded);
        Assert.True(Proof.IsConsistent);
        Assert.True(Proof.Sound.IsSound);
        Assert.Equal((20, 30), (Proof.Early.Size, Proof.Late.Size));
    }

    [Fact]
    public void Whichever_byte_of_a_record_is_changed_that_record_is_found()
    {
        var records = Walk.Journal.Records;
        for (var index = 0; index < records.Length; index++)
        {
            var changed = records[index].ToArray();
            changed[changed.Length / 2] ^= 1;

            var report = Proof.Verify(records.SetItem(index, changed));

            Assert.Equal(index, report.FirstAltered ?? report.Findings[0].Index);
            Assert.False(report.IsSound);
        }
    }

    [Fact]
    public void A_denial_that_became_a_success_is_found()
    {
        var finding = Assert.Single(Proof.Damaged.Findings);

        Assert.Equal((AuditFindingKind.Altered, Proof.AlteredRecord), (finding.Kind, finding.Index));
    }
}
