namespace AmlSecurity.Domain.Tests.Conventions;

public sealed class RoomFloorTests
{
    [Fact]
    public void Every_room_has_a_floor()
    {
        using var module = DomainAssembly.ReadIl();

        Violations.None(RoomFloors.UnknownRooms(module, RoomFloors.Designed));
    }

    [Fact]
    public void References_point_down_only()
    {
        using var module = DomainAssembly.ReadIl();

        Violations.None(RoomFloors.Violations(module, RoomFloors.Designed));
    }

    [Fact]
    public void A_reference_to_a_room_on_the_same_floor_or_above_is_seen()
    {
        using var module = DomainAssembly.ReadIl(typeof(RoomFloorTests).Assembly.Location);
        var level = new Dictionary<string, int> { ["Tests"] = 0, ["Rules"] = 0, ["Canonical"] = 0 };
        var upward = new Dictionary<string, int> { ["Tests"] = 0, ["Rules"] = 1, ["Canonical"] = 0 };

        Assert.Contains(RoomFloors.Violations(module, level), IsAboutRules);
        Assert.Contains(RoomFloors.Violations(module, upward), IsAboutRules);
    }

    [Fact]
    public void A_reference_to_a_room_below_is_not_seen_as_a_violation()
    {
        using var module = DomainAssembly.ReadIl(typeof(RoomFloorTests).Assembly.Location);
        var floors = new Dictionary<string, int>(RoomFloors.Designed) { ["Tests"] = 9 };

        Violations.None(RoomFloors.Violations(module, floors));
    }

    [Fact]
    public void A_room_without_a_floor_is_seen()
    {
        using var module = DomainAssembly.ReadIl();

        Assert.Contains("Rules", RoomFloors.UnknownRooms(module, new Dictionary<string, int>()));
    }

    private static bool IsAboutRules(string violation) =>
        violation.Contains("AmlSecurity.Domain.Rules.RuleId", StringComparison.Ordinal);
}
