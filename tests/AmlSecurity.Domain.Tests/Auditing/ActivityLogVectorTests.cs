using System.Text.Json;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Tests.Conventions;
using AmlSecurity.Domain.Tests.Vectors;

namespace AmlSecurity.Domain.Tests.Auditing;

[Trait("Rule", "MON-02")]
public sealed class ActivityLogVectorTests
{
    private const string Published = "aml/activity-log";
    private const string Documented = "audit/activity-log";

    [VectorFact(Published, Documented)]
    public void Every_published_event_is_read_and_keeps_each_of_its_values_in_both_shapes()
    {
        var vectors = ActivityLogLab.Vectors().ToList();

        Assert.InRange(vectors.Count, 15, int.MaxValue);
        Violations.None(
            from vector in vectors
            let read = ActivityLogLab.One(vector.Json)
            from shape in Enum.GetValues<ActivityLogShape>()
            let written = ActivityLogLab.Leaves(JsonElement.Parse(ActivityLogLab.Write(read, shape))).ToHashSet()
            from leaf in ActivityLogLab.Leaves(JsonElement.Parse(vector.Json))
            where !written.Contains(leaf)
            select $"{vector.Name} lost {leaf} as {shape}");
    }

    [VectorFact(Published, Documented)]
    public void What_is_written_is_read_as_the_same_event_and_written_the_same_again()
    {
        foreach (var (name, json) in ActivityLogLab.Vectors())
        {
            foreach (var shape in Enum.GetValues<ActivityLogShape>())
            {
                var given = ActivityLogLab.One(json);
                var text = ActivityLogLab.Write(given, shape);
                var again = ActivityLogLab.One(text);

                Assert.True(given.As(shape) == again, name);
                Assert.Equal(text, ActivityLogLab.Write(again, shape));
            }
        }
    }

    [VectorFact(Published, Documented)]
    public void Every_published_event_is_an_audit_event_that_a_log_takes()
    {
        foreach (var (name, json) in ActivityLogLab.Vectors())
        {
            var told = ActivityLogLab.One(json).ToAuditEvent();

            Assert.True(AuditLog.Empty.Append(told, AuditLab.At(0)).IsT0, name);
            Assert.Equal(told, ActivityLogLab.One(json).As(ActivityLogShape.Rest).ToAuditEvent());
            Assert.Equal(told, ActivityLogLab.One(json).As(ActivityLogShape.DiagnosticSettings).ToAuditEvent());
        }
    }

    [VectorFact(Published)]
    public void The_documented_event_names_its_caller_with_more_than_one_factor()
    {
        var told = Find("rest-doc").ToAuditEvent();

        var actor = Assert.IsType<AuditActor.Identified>(told.Actor);
        Assert.Equal((AuditActorKind.User, "f409edeb-4d29-44b5-9763-ee9348ad91bb"), (actor.Kind, actor.Id));
        Assert.Equal(MfaStatus.Satisfied, told.Authentication!.Mfa);
        Assert.Equal("355249ed-15d9-460d-8481-84026b065942", told.Authentication.Client);
    }

    [VectorFact(Published)]
    public void The_published_failure_fails_with_its_code_and_an_assignment_names_its_holder()
    {
        Assert.Equal(new AuditOutcome.Failed("403"), Find("Failed Key Listing").ToAuditEvent().Outcome);
        var actor = Assert.IsType<AuditActor.Identified>(Find("Owner Role Assignment").ToAuditEvent().Actor);
        Assert.Equal((AuditActorKind.User, "6b6d44f0-b13a-46a0-bfde-161324d4c34d"), (actor.Kind, actor.Id));
    }

    private static ActivityLogEvent Find(string name) => ActivityLogLab.One(
        ActivityLogLab.Vectors().First(vector => vector.Name.Contains(name, StringComparison.Ordinal)).Json);
}
