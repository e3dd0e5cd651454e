using System.Collections.Immutable;

namespace AmlSecurity.Domain.Compatibility;

/// <summary>How a workspace and its resources are closed off, and whether the workspace has a key of its own
/// (DEC-17).</summary>
/// <remarks>
/// Null everywhere means that it is not known. The default knows nothing, so that nothing forgotten counts as absent;
/// start from <see cref="Open"/> where what is not named is not there. Equal by all members; no order. Immutable, hence
/// safe for concurrent use.
/// </remarks>
public readonly record struct NetworkTopology
{
    // Two bits for each element, in the order of TopologyElement: 0 is not known, else the value and one. A bool counts
    // as 0 and 1.
    private const int OddBits = 0b01_01_01_01_01_01;

    private readonly int _bits;

    private NetworkTopology(int bits) => _bits = bits;

    /// <summary>Gets the topology with nothing in it: no private link, no virtual network, no key.</summary>
    public static NetworkTopology Open { get; } = new(0b01_01_01_01_01_01_01_01);

    /// <summary>Gets whether private link is enabled for the workspace.</summary>
    public bool? WorkspacePrivateLink => Flag(TopologyElement.WorkspacePrivateLink);

    /// <summary>Gets whether the workspace has a customer-managed key.</summary>
    public bool? CustomerManagedKey => Flag(TopologyElement.CustomerManagedKey);

    /// <summary>Gets the parts that are not known, in their order.</summary>
    public ImmutableArray<TopologyElement> Unknown
    {
        get
        {
            var self = this;
            return [.. Enum.GetValues<TopologyElement>().Where(element => self.Bits(element) == 0)];
        }
    }

    // NET-06. Both bits of a private link are set; the registry in a virtual network is 2.
    internal bool IsKnownToNeedEnterprise =>
        (_bits & (_bits >> 1) & OddBits) != 0
        || Bits(TopologyElement.ContainerRegistry) == 2
        || Bits(TopologyElement.CustomerManagedKey) == 2;

    // Of the workspace's own private link nothing depends.
    internal bool LeavesEditionOpen => !IsKnownToNeedEnterprise
        && (((_bits | (_bits >> 1)) & OddBits) != OddBits || Bits(TopologyElement.CustomerManagedKey) == 0);

    /// <summary>Gets the attachment of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The attachment, or null if it is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such resource.</exception>
    public NetworkAttachment? Of(AssociatedResource resource) =>
        Bits(ElementOf(resource)) is var bits and > 0 ? (NetworkAttachment)(bits - 1) : null;

    /// <summary>Replaces the attachment of a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="attachment">Its attachment, or null if it is not known.</param>
    /// <returns>The topology with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such resource or attachment.</exception>
    public NetworkTopology With(AssociatedResource resource, NetworkAttachment? attachment) =>
        attachment is { } known && !Enum.IsDefined(known)
            ? throw new ArgumentOutOfRangeException(nameof(attachment))
            : With(ElementOf(resource), attachment is { } value ? (int)value + 1 : 0);

    /// <summary>Replaces whether private link is enabled for the workspace.</summary>
    /// <param name="isEnabled">Whether it is, or null if it is not known.</param>
    /// <returns>The topology with it.</returns>
    public NetworkTopology WithWorkspacePrivateLink(bool? isEnabled) =>
        With(TopologyElement.WorkspacePrivateLink, BitsOf(isEnabled));

    /// <summary>Replaces whether the workspace has a customer-managed key.</summary>
    /// <param name="isUsed">Whether it has, or null if it is not known.</param>
    /// <returns>The topology with it.</returns>
    public NetworkTopology WithCustomerManagedKey(bool? isUsed) =>
        With(TopologyElement.CustomerManagedKey, BitsOf(isUsed));

    /// <summary>Returns one line for a person.</summary>
    /// <returns>Whatever is there or not known, or <c>open</c>.</returns>
    public override string ToString()
    {
        var self = this;
        var parts = Enum.GetValues<TopologyElement>()
            .Where(element => self.Bits(element) != 1)
            .Select(element => $"{TopologyWords.Of(element)}: {self.Describe(element)}");
        return string.Join(", ", parts) is { Length: > 0 } text ? text : "open";
    }

    internal string Describe(TopologyElement element) => (Bits(element), element) switch
    {
        (0, _) => "not known",
        (1, _) => "none",
        (2, TopologyElement.WorkspacePrivateLink or TopologyElement.CustomerManagedKey) => "yes",
        (2, _) => "virtual network",
        _ => "private link",
    };

    private static int BitsOf(bool? flag) => flag switch { null => 0, false => 1, true => 2 };

    private static TopologyElement ElementOf(AssociatedResource resource) => Enum.IsDefined(resource)
        ? (TopologyElement)resource
        : throw new ArgumentOutOfRangeException(nameof(resource));

    private bool? Flag(TopologyElement element) => Bits(element) is var bits and > 0 ? bits == 2 : null;

    private int Bits(TopologyElement element) => (_bits >> (2 * (int)element)) & 0b11;

    private NetworkTopology With(TopologyElement element, int bits) =>
        new((_bits & ~(0b11 << (2 * (int)element))) | (bits << (2 * (int)element)));
}
