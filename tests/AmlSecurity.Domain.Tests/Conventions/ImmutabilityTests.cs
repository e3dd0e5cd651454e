using System.Collections.Immutable;

namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class ImmutabilityTests
{
    [Fact]
    public void Nobody_sets_a_property_of_a_value_that_a_factory_made() =>
        Violations.None(DomainAssembly.PublicTypes.SelectMany(Immutability.Setters));

    [Fact]
    public void A_public_field_is_constant_or_read_only() =>
        Violations.None(DomainAssembly.PublicTypes.SelectMany(Immutability.PublicFields));

    [Fact]
    public void There_is_no_static_state() =>
        Violations.None(DomainAssembly.Loaded.GetTypes().SelectMany(Immutability.StaticState));

    [Fact]
    public void A_public_property_hands_out_no_collection_that_somebody_could_change() =>
        Violations.None(DomainAssembly.PublicTypes.SelectMany(Immutability.HandedOutCollections));

    [Fact]
    public void A_record_with_an_immutable_array_says_itself_when_it_is_equal() =>
        Violations.None(DomainAssembly.Loaded.GetTypes().SelectMany(Immutability.EqualityByReference));

    [Fact]
    public void The_detectors_see_what_they_are_for()
    {
        Assert.Single(Immutability.Setters(typeof(Validated)));
        Assert.Single(Immutability.Setters(typeof(Settable)));
        Assert.Equal(2, Immutability.PublicFields(typeof(Settable)).Count());
        Assert.Equal(3, Immutability.StaticState(typeof(Settable)).Count());
        Assert.Equal(3, Immutability.HandedOutCollections(typeof(Settable)).Count());
        Assert.NotEmpty(Immutability.EqualityByReference(typeof(ByReference)));
    }

    [Fact]
    public void The_detectors_leave_sound_types_alone()
    {
        Assert.Empty(Immutability.Setters(typeof(Plain)));
        Assert.Empty(Immutability.PublicFields(typeof(DayOfWeek)));
        Assert.Empty(Immutability.StaticState(typeof(Plain)));
        Assert.Empty(Immutability.HandedOutCollections(typeof(Plain)));
        Assert.Empty(Immutability.EqualityByReference(typeof(ByContent)));
    }

    // The types below are only ever looked at.
#pragma warning disable CA1051, CA1812, CA1819, CA1822, CA2211

    private sealed record Validated
    {
        private Validated() => Text = "";

        public string Text { get; init; }
    }

    private sealed class Settable
    {
        public static int Counter = 1;

        public int Field = 1;

        private static readonly int[] Numbers = [1];

        private static readonly ImmutableArray<List<int>> Lists = [];

        public int Property { get; set; }

        public byte[] Bytes => [];

        public IEnumerable<int> Sequence => Numbers;

        public ImmutableArray<List<int>> Nested => Lists;
    }

    private sealed record Plain(string Text)
    {
        private static readonly ImmutableArray<string> Texts = [];

        public static ImmutableArray<string> All => Texts;
    }

    private sealed record ByReference(ImmutableArray<int> Numbers);

    private sealed record ByContent(ImmutableArray<int> Numbers)
    {
        public bool Equals(ByContent? other) => other is not null && Numbers.SequenceEqual(other.Numbers);

        public override int GetHashCode() => Numbers.Length;
    }
}
