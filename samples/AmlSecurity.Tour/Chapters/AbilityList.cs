using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AmlSecurity.Tour.Output;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Writes which operations are possible, and in which ways.</summary>
internal static class AbilityList
{
    public static JsonArray ToJson(ImmutableArray<Ability> abilities) => TourDocument.List(
        abilities.Where(ability => ability.IsPossible),
        ability => new JsonObject
        {
            ["rule"] = ability.Operation.Rule.Text,
            ["operation"] = ability.Operation.Name,
            ["ways"] = TourDocument.List(ability.Ways, way => way.Name),
        });
}
