using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Reads regions out of documents.</summary>
internal static class Regions
{
    /// <summary>Reads a region.</summary>
    /// <returns>The region, or null if there is none that can be read.</returns>
    public static Region? Of(ConfigurationNode location) =>
        Region.Read(location.AsText).TryPickT0(out var region, out _) ? region : null;
}
