using AmlSecurity.Domain.Compatibility;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>How a resource is attached to a network, and the place that says so.</summary>
/// <param name="How">How; null if that is not known.</param>
/// <param name="Where">The place; null if no document says anything.</param>
internal readonly record struct Attached(NetworkAttachment? How, ConfigurationNode? Where)
{
    public static Attached None { get; } = new(NetworkAttachment.None, null);

    /// <summary>Combines two places: the stronger one counts, and is the one that is kept.</summary>
    public Attached And(Attached other)
    {
        var how = NetworkAttachments.Combine(How, other.How);
        return new Attached(how, how == How && (how != other.How || Where is not null) ? Where : other.Where);
    }
}
