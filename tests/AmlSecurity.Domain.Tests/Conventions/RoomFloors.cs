using Mono.Cecil;

namespace AmlSecurity.Domain.Tests.Conventions;

/// <summary>The floors of the rooms. A room may use rooms on lower floors, and no other on its own.</summary>
internal static class RoomFloors
{
    /// <summary>Gets the floors as the design has them.</summary>
    public static IReadOnlyDictionary<string, int> Designed { get; } = new Dictionary<string, int>
    {
        ["Workspaces"] = 5,
        ["Auditing"] = 4,
        ["Authentication"] = 3,
        ["Authorization"] = 2,
        ["Encryption"] = 2,
        ["Compatibility"] = 2,
        ["Resources"] = 1,
        ["Identities"] = 1,
        ["Flows"] = 1,
        ["Rules"] = 0,
        ["Canonical"] = 0,
        ["Secrets"] = 0,
    };

    /// <summary>Lists the rooms of a module that the floors do not know.</summary>
    public static IEnumerable<string> UnknownRooms(ModuleDefinition module, IReadOnlyDictionary<string, int> floors) =>
        module.GetTypes().Select(RoomOf).OfType<string>().Distinct().Where(room => !floors.ContainsKey(room));

    /// <summary>Lists the references that do not point down.</summary>
    public static IEnumerable<string> Violations(ModuleDefinition module, IReadOnlyDictionary<string, int> floors) =>
        ReferenceWalker.Walk(module)
            .Where(reference => !MayUse(RoomOf(reference.User), RoomOf(reference.Used), floors))
            .Select(reference => reference.ToString())
            .Distinct();

    // The root namespace is under every room and knows none.
    private static bool MayUse(string? user, string? used, IReadOnlyDictionary<string, int> floors) =>
        used is null
        || user == used
        || (user is not null && FloorOf(user, floors) > FloorOf(used, floors));

    private static int FloorOf(string room, IReadOnlyDictionary<string, int> floors) =>
        floors.GetValueOrDefault(room, -1);

    private static string? RoomOf(MemberReference member)
    {
        var type = member as TypeReference ?? member.DeclaringType;
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        const string Prefix = DomainAssembly.RootNamespace + ".";
        return type.Namespace.StartsWith(Prefix, StringComparison.Ordinal)
            ? type.Namespace[Prefix.Length..].Split('.')[0]
            : null;
    }
}
