using System.Reflection;
using System.Runtime.CompilerServices;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using AmlSecurity.Domain.Workspaces.DataFlows;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>Types that write their own equality, as those that hold lists do, look at each member.</summary>
public sealed class RecordEqualityTests
{
    // All else of them follows from these members, or only describes what these identify.
    private static readonly Dictionary<Type, string[]> IdentifiedBy = new()
    {
        [typeof(ActionName)] = ["Canonical"],
        [typeof(ActionPattern)] = ["Canonical"],
        [typeof(ActivityLogEvent)] = ["Shape", "Members"],
        [typeof(AttributeName)] = ["Source", "IsKeyCaseSensitive", "Folded"],
        [typeof(Condition)] = ["Expression"],
        [typeof(DataFlowStep)] = ["Name"],
        [typeof(DataRegisterEntry)] = ["Item", "Store", "IsUsed", "Keys"],
        [typeof(DiagnosticsPolicy)] = ["HbiWorkspace", "ApplicationInsights", "Rules"],
        [typeof(EncryptionPosture)] = ["Settings"],
        [typeof(KeyIdentifier)] = ["Canonical"],
        [typeof(MlOperation)] = ["Rule"],
        [typeof(NoteVerifierKey)] = ["_text"],
        [typeof(PrincipalId)] = ["Canonical"],
        [typeof(ResourceId)] = ["Canonical"],
        [typeof(RoleDefinitionId)] = ["Canonical"],
        [typeof(SdkVersion)] = ["_numbers"],
        [typeof(SignedCheckpoint)] = ["Note", "By"],
        [typeof(SignedNote)] = ["_bytes"],
        [typeof(Snapshot)] = ["Digest"],
        [typeof(StoreEntry)] = ["Kind"],
        [typeof(WorkspaceIdentity)] = ["Resources"],
    };

    // What follows from the other members of its type.
    private static readonly HashSet<string> Derived =
    [
        "AccessCondition.Reading", "ActionMatches.Depth", "ActivityLogOperation.First", "All.Depth", "Any.Depth",
        "BlastRadiusEntry.IsConditional", "CapabilityRow.Best", "KubernetesVersion._namesPatch",
        "SubOperationMatches.Depth", "UsedActionsCoverage.BlindSpots",
    ];

    public static TheoryData<string> Types =>
        [.. typeof(Plaintext).Assembly.GetTypes().Where(WritesItsOwn).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Objects_are_equal_if_and_only_if_each_member_is(string name)
    {
        var type = typeof(Plaintext).Assembly.GetType(name)!;
        var values = new DistinctValues();
        var one = values.Blank(type);

        Assert.False(AreEqual(one, null));
        Assert.True(AreEqual(one, values.Blank(type)));
        Assert.Equal(one.GetHashCode(), values.Blank(type).GetHashCode());
        var members = Members(type, values).ToList();
        Assert.Contains(members, member => IsLookedAt(type, member.Field));
        Assert.All(members, member =>
        {
            var other = values.Blank(type);
            member.Field.SetValue(other, member.Other);
            Assert.True(
                AreEqual(one, other) != IsLookedAt(type, member.Field), $"{NameOf(member.Field)} of {name}");
        });
    }

    [Fact]
    public void The_members_that_types_are_identified_by_are_there() => Assert.All(
        IdentifiedBy, one => Assert.Subset(DistinctValues.FieldsOf(one.Key).Select(NameOf).ToHashSet(), one.Value.ToHashSet()));

    private static IEnumerable<(FieldInfo Field, object? Other)> Members(Type type, DistinctValues values)
    {
        foreach (var field in DistinctValues.FieldsOf(type))
        {
            if (values.TryOther(field.FieldType, out var other))
            {
                yield return (field, other);
            }
        }
    }

    private static bool IsLookedAt(Type type, FieldInfo field) => IdentifiedBy.TryGetValue(type, out var members)
        ? members.Contains(NameOf(field))
        : !Derived.Contains($"{type.Name}.{NameOf(field)}");

    private static string NameOf(FieldInfo field) =>
        field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;

    private static bool AreEqual(object one, object? other) =>
        (bool)EqualsOf(one.GetType())!.Invoke(one, [other])!;

    private static bool WritesItsOwn(Type type) =>
        type is { IsVisible: true, IsAbstract: false, ContainsGenericParameters: false, IsValueType: false }
        && EqualsOf(type) is { } method
        && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null;

    private static MethodInfo? EqualsOf(Type type) => type.GetMethod(
        nameof(Equals), BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly, [type]);
}
