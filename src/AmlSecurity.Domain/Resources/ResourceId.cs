using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using OneOf;

namespace AmlSecurity.Domain.Resources;

/// <summary>The Azure Resource Manager id of a resource or of a scope: the tenant, a group, a subscription.</summary>
/// <remarks>
/// At most 2,048 characters, of one of the forms <c>/</c>, <c>/subscriptions/{guid}</c>,
/// <c>/subscriptions/{guid}/resourceGroups/{name}</c> and
/// <c>/providers/Microsoft.Management/managementGroups/{name}</c>, each followed by any number of
/// <c>/providers/{namespace}/{type}/{name}[/{type}/{name}]*</c>. Percent signs are not decoded. Equal by
/// <see cref="Canonical"/>, hence ignoring case and oddities; no order. Immutable, hence safe for concurrent use.
/// </remarks>
[JsonConverter(typeof(TextJsonConverter<ResourceId>))]
[TypeConverter(typeof(TextTypeConverter<ResourceId>))]
public sealed record ResourceId : ISpanParsable<ResourceId>
{
    /// <summary>The greatest length of an id, in UTF-16 code units.</summary>
    internal const int MaxLength = 2048;

    private readonly ImmutableArray<ResourceIdStep> _steps;
    private readonly int _depth;

    internal ResourceId(
        string text, string canonical, ImmutableArray<ResourceIdStep> steps, ResourceIdOddities dress)
        : this(text, canonical, steps, steps.Length) => Oddities |= dress;

    private ResourceId(string text, string canonical, ImmutableArray<ResourceIdStep> steps, int depth)
    {
        Text = text;
        Canonical = canonical;
        _steps = steps;
        _depth = depth;
        Oddities = Last.Oddities;
        Hash = TextHash.Of(canonical);
    }

    /// <summary>Gets the root of the tenant, <c>/</c>.</summary>
    public static ResourceId Root { get; } = new("/", "/", [], ResourceIdOddities.None);

    /// <summary>Gets the id as written, but with a slash in front and neither a slash nor blanks at the end.</summary>
    public string Text { get; }

    /// <summary>Gets the form to compare: the text in lower case; <c>/</c> for the root of the tenant.</summary>
    public string Canonical { get; }

    /// <summary>Gets what was irregular about the text that was read.</summary>
    public ResourceIdOddities Oddities { get; }

    /// <summary>Gets the level at which the id stands.</summary>
    public ScopeLevel Level => Last.Level;

    /// <summary>Gets the subscription as it was written, or <see langword="null"/> outside of any.</summary>
    public string? Subscription => SegmentAt(0, ScopeLevel.Subscription);

    /// <summary>Gets the name of the resource group as written, or <see langword="null"/> outside of any.</summary>
    public string? ResourceGroup => SegmentAt(1, ScopeLevel.ResourceGroup);

    /// <summary>Gets the name of the management group that the text names, or <see langword="null"/>.</summary>
    /// <remarks>The id of a subscription does not say in which management group it is.</remarks>
    public string? ManagementGroup => SegmentAt(0, ScopeLevel.ManagementGroup);

    /// <summary>Gets the type as it was written, such as <c>Microsoft.Network/virtualNetworks/subnets</c>.</summary>
    /// <remarks>
    /// That of the last provider, hence of an extension its own. <see langword="null"/> for the root, a subscription, a
    /// resource group and a provider without a type. Put together at each call.
    /// </remarks>
    public string? ResourceType
    {
        get
        {
            var words = Text[Last.BlockStart..].Split('/');
            return Last.Pair == 0
                ? null
                : string.Join('/', words.Where(static (_, at) => at == 0 || at % 2 == 1));
        }
    }

    /// <summary>Gets the last segment as written; <see langword="null"/> for the root and an incomplete id.</summary>
    public string? Name => _depth == 0 || Oddities.HasFlag(ResourceIdOddities.Incomplete)
        ? null
        : Text[(Text.LastIndexOf('/') + 1)..];

    /// <summary>Gets a value indicating whether the resource lies inside another one of the same provider.</summary>
    public bool IsChild => Last.Pair > 1;

    /// <summary>Gets a value indicating whether the resource extends a resource through a second provider.</summary>
    /// <remarks>What hangs on a management group, a subscription or a resource group has one provider only.</remarks>
    public bool IsExtension => Last.Block > 1;

    /// <summary>Gets a value indicating whether a part of the id stands for another, as in <c>{name}</c>.</summary>
    public bool IsUnresolved => Oddities.HasFlag(ResourceIdOddities.Placeholder);

    /// <summary>Gets the id next above, or <see langword="null"/> for the root of the tenant.</summary>
    /// <remarks>
    /// Above a subscription and a management group is the root, as the tree of management groups is not in the ids;
    /// above an extension is the resource that it extends. Cut from the text, not read again.
    /// </remarks>
    public ResourceId? Parent => _depth switch
    {
        0 => null,
        1 => Root,
        _ => At(_depth - 1),
    };

    /// <summary>Gets the hash of <see cref="Canonical"/>.</summary>
    internal int Hash { get; }

    private ResourceIdStep Last => _depth == 0 ? default : _steps[_depth - 1];

    /// <summary>Reads an id strictly: every oddity is a fault.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<ResourceId, TextFault<ResourceIdFault>> Read(string? text) => Read(text, Strictness.Strict);

    /// <summary>Reads an id.</summary>
    /// <param name="text">The text.</param>
    /// <param name="strictness">Whether an oddity is a fault, or is kept and flagged.</param>
    /// <returns>The id, or why the text is not one.</returns>
    public static OneOf<ResourceId, TextFault<ResourceIdFault>> Read(string? text, Strictness strictness) =>
        ResourceIdReader.Read(text, strictness);

    /// <summary>Creates the id of a subscription.</summary>
    /// <param name="id">The GUID of the subscription, in the form <c>D</c>.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not such a GUID.</exception>
    public static ResourceId ForSubscription(string id) => Root.Child("subscriptions", id);

    /// <summary>Creates the id of a resource group.</summary>
    /// <param name="subscription">The GUID of the subscription, in the form <c>D</c>.</param>
    /// <param name="name">The name of the resource group.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException">An argument is not one such segment.</exception>
    public static ResourceId ForResourceGroup(string subscription, string name) =>
        ForSubscription(subscription).Child("resourceGroups", name);

    /// <summary>Creates the id of a management group.</summary>
    /// <param name="name">The name of the management group.</param>
    /// <returns>The id.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not one segment.</exception>
    public static ResourceId ForManagementGroup(string name) =>
        Root.Child("Microsoft.Management/managementGroups", name);

    /// <summary>Creates the id of a resource next below this one.</summary>
    /// <param name="type">
    /// With a namespace, such as <c>Microsoft.KeyVault/vaults</c>, for a resource in a scope or an extension of a
    /// resource; a single word, such as <c>subnets</c>, for one inside this resource.
    /// </param>
    /// <param name="name">The name of the resource.</param>
    /// <returns>The id, of which this one is the parent.</returns>
    /// <exception cref="ArgumentException">
    /// The two do not make exactly one such id, or would make it more odd than this one is.
    /// </exception>
    public ResourceId Child(string type, string name)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(name);
        var above = _depth == 0 ? string.Empty : Text;
        var text = $"{above}{(type.Contains('/', StringComparison.Ordinal) ? "/providers/" : "/")}{type}/{name}";
        return Read(text, Strictness.Lenient).TryPickT0(out var child, out var fault)
            && child._depth == _depth + 1
            && child.Oddities == Last.Oddities
            && child.Parent == this
                ? child
                : throw new ArgumentException(
                    "the type and the name do not make one id below this one" + (child is null ? $": {fault}" : ""));
    }

    /// <summary>Lists every id above this one.</summary>
    /// <returns>The ids, the nearest first and the root of the tenant last; empty for the root.</returns>
    public ImmutableArray<ResourceId> Ancestors()
    {
        var ancestors = ImmutableArray.CreateBuilder<ResourceId>(_depth);
        for (var above = Parent; above is not null; above = above.Parent)
        {
            ancestors.Add(above);
        }

        return ancestors.MoveToImmutable();
    }

    /// <summary>Determines whether another id is this one or lies below it.</summary>
    /// <param name="other">The other id.</param>
    /// <returns><see langword="true"/> if it does, by whole segments and ignoring case.</returns>
    /// <remarks>A management group contains by its text only: ids do not say which subscriptions are in it.</remarks>
    public bool Contains(ResourceId other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return _depth == 0
            || (other.Canonical.StartsWith(Canonical, StringComparison.Ordinal)
                && (other.Canonical.Length == Canonical.Length || other.Canonical[Canonical.Length] == '/'));
    }

    /// <summary>Determines whether another id names the same resource.</summary>
    /// <param name="other">The other id.</param>
    /// <returns><see langword="true"/> if the canonical forms are equal.</returns>
    public bool Equals(ResourceId? other) => other is not null && Canonical == other.Canonical;

    /// <summary>Returns a hash code of the canonical form.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => Hash;

    /// <summary>Returns the text of the id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;

    static ResourceId IParsable<ResourceId>.Parse(string s, IFormatProvider? provider) => TextValue.Parse(s, Read);

    static bool IParsable<ResourceId>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ResourceId result) =>
        TextValue.TryParse(s, Read, out result);

    static ResourceId ISpanParsable<ResourceId>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TextValue.Parse(s.ToString(), Read);

    static bool ISpanParsable<ResourceId>.TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ResourceId result) =>
        TextValue.TryParse(s.ToString(), Read, out result);

    private ResourceId At(int depth)
    {
        var end = _steps[depth - 1].End;
        return new ResourceId(Text[..end], Canonical[..end], _steps, depth);
    }

    private string? SegmentAt(int step, ScopeLevel level)
    {
        if (_depth <= step || _steps[step].Level != level)
        {
            return null;
        }

        var end = _steps[step].End;
        return Text[(Text.LastIndexOf('/', end - 1) + 1)..end];
    }
}
