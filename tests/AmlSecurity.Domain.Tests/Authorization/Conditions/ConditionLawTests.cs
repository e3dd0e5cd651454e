using AmlSecurity.Domain.Authorization.Conditions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using static AmlSecurity.Domain.Tests.Authorization.Conditions.ConditionWords;
using static AmlSecurity.Domain.Tests.Authorization.Examples;

namespace AmlSecurity.Domain.Tests.Authorization.Conditions;

/// <summary>What holds of every condition.</summary>
[Trait("Rule", "RBAC-04")]
public sealed class ConditionLawTests
{
    [Property(MaxTest = 3000 / Law.Share)]
    public Property It_comes_to_what_a_simpler_evaluator_says() => Prop.ForAll(
        ConditionWorld.Cases.ToArbitrary(), given =>
        {
            var expected = given.Part.Evaluate(given.World);
            var holds = Sound(given.Part.Written).Holds(Action(given.World.Action), given.World.Attributes);
            return (holds == expected).Label($"{given.Part.Written} on {given.World}").Classify(expected, "holds");
        });

    [Fact]
    public void Single_comparisons_hold_often_enough_to_tell()
    {
        var drawn = ConditionWorld.Cases.Sample(4000, new Rnd(20200313), 50)
            .Where(given => given.Part is ModelPart.Compare)
            .ToList();
        var share = drawn.Count(given => given.Part.Evaluate(given.World)) * 100 / drawn.Count;

        Assert.InRange(share, 15, 85);
    }

    [Property(MaxTest = 1000 / Law.Share)]
    public Property Its_canonical_text_says_the_same_and_is_its_own() => Prop.ForAll(
        ConditionWorld.Parts.ToArbitrary(), part =>
        {
            var read = Sound(part.Written);
            var again = Sound(read.Canonical);
            return again.Expression == read.Expression
                && again.Canonical == read.Canonical
                && Condition.Create(read.Expression).Text == read.Canonical;
        });

    [Property(MaxTest = 1000 / Law.Share)]
    public Property Case_blanks_and_signs_do_not_matter() => Prop.ForAll(
        (from part in ConditionWorld.Parts
         from seed in Gen.Choose(0, 1_000_000)
         select (part.Written, Careless: ConditionWorld.Carelessly(part.Written, seed))).ToArbitrary(),
        given => (Sound(given.Careless) == Sound(given.Written)).Label(given.Careless));

    [Property(MaxTest = 1000 / Law.Share)]
    public Property An_explanation_answers_alike_and_its_grounds_are_what_they_say() => Prop.ForAll(
        ConditionWorld.Cases.ToArbitrary(), given =>
        {
            var (action, known) = (Action(given.World.Action), given.World.Attributes);
            var evaluation = Sound(given.Part.Written).Evaluate(action, known);
            return evaluation.Holds == Sound(given.Part.Written).Holds(action, known)
                && !evaluation.Grounds.IsEmpty
                && evaluation.Grounds.All(ground => ground.IsTrue == Condition.Create(ground.Part).Holds(action, known));
        });

    [Property(MaxTest = 3000 / Law.Share)]
    public Property A_text_that_was_damaged_is_read_or_refused_within_itself() => Prop.ForAll(
        (from part in ConditionWorld.Parts
         from at in Gen.Choose(0, part.Written.Length)
         from cut in Gen.Choose(0, 4)
         from inserted in Gen.Elements(
             "", "(", ")", "'", "{", "}", "[", "]", "@", "!", "&&", "|", ",", ":", "\0", "\ud800", "é", "NOT ", "-", "9", " ")
         select part.Written[..at] + inserted + part.Written[Math.Min(part.Written.Length, at + cut)..]).ToArbitrary(),
        text => Condition.Read(text).Match(
            read => Sound(read.Canonical) == read,
            fault => fault.Offset >= 0 && fault.Offset <= text.Length));
}
