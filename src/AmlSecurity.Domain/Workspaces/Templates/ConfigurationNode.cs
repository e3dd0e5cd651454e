using System.Collections.Immutable;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>One place of a configuration document and the value there.</summary>
/// <remarks>
/// The place is where the value is used, also if a parameter or a variable holds it. Every child can be asked for:
/// one that is not there is <see cref="ConfigurationNodeKind.Absent"/>, one of an unresolved node is unresolved. No
/// value is ever in <see cref="ToString"/>. Equal by reference; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class ConfigurationNode
{
    private readonly ConfigurationPath _path;

    internal ConfigurationNode(ConfigurationValue value, ConfigurationPath path, int document)
        : this(value, path, document, null)
    {
    }

    private ConfigurationNode(
        ConfigurationValue value, ConfigurationPath path, int document, ConfigurationParameter? above)
    {
        Value = value;
        _path = value.Anchor?.Path ?? path;
        Document = value.Anchor?.Document ?? document;
        Parameter = value.Parameter ?? above;
    }

    /// <summary>Gets what is here.</summary>
    public ConfigurationNodeKind Kind => Value.Kind;

    /// <summary>Gets the place as a JSON path, such as <c>$.resources[3].properties.encryption.status</c>.</summary>
    public string Path => _path.ToString();

    /// <summary>Gets the place among several documents: the path for the first, and with the position in front for a
    /// later one, such as <c>$[1].properties</c>.</summary>
    public string Place => Document == 0 ? Path : $"$[{Document}]{Path[1..]}";

    /// <summary>Gets the position of the document among those that were merged; zero if none were.</summary>
    public int Document { get; }

    /// <summary>Gets where the value begins in the document that holds it, in bytes; null if an expression made
    /// it.</summary>
    /// <remarks>For a value from a parameter file the offset is that in the file.</remarks>
    public long? Offset => Value.Offset;

    /// <summary>Gets the parameter that holds the value as it is; null if none does.</summary>
    /// <remarks>For an unresolved value, the parameter that is the reason.</remarks>
    public ConfigurationParameter? Parameter { get; }

    /// <summary>Gets a value indicating whether the document does not decide what is here.</summary>
    public bool IsUnresolved => Kind == ConfigurationNodeKind.Unresolved;

    /// <summary>Gets a value indicating whether something is here that is neither null nor unresolved.</summary>
    public bool IsKnown =>
        Kind is not (ConfigurationNodeKind.Absent or ConfigurationNodeKind.Null or ConfigurationNodeKind.Unresolved);

    /// <summary>Gets a value indicating whether something known is here that is not an empty text, as an empty one
    /// stands for none.</summary>
    internal bool IsGiven => IsKnown && AsText is not "";

    /// <summary>Gets what stands in the document in place of an unresolved value; null for any other.</summary>
    public string? Expression => Value.Unresolved?.Expression;

    /// <summary>Gets what is missing to resolve the value, such as a parameter or a function; null if it is
    /// resolved.</summary>
    public string? Reason => Value.Unresolved?.Reason;

    /// <summary>Gets the string here; null for any other kind.</summary>
    public string? AsText => Kind == ConfigurationNodeKind.Text ? Value.Text : null;

    /// <summary>Gets the Boolean here, also out of the strings <c>true</c> and <c>false</c> in any case.</summary>
    public bool? AsBoolean =>
        Kind is ConfigurationNodeKind.Boolean or ConfigurationNodeKind.Text && bool.TryParse(Value.Text, out var flag)
            ? flag
            : null;

    /// <summary>Gets the integer here; null for any other kind and for one beyond 64 bits.</summary>
    public long? AsInteger => Value.Integer;

    /// <summary>Gets the key of the resource whose id is here, to compare with
    /// <see cref="ConfigurationResource.Key"/>.</summary>
    /// <remarks>Known for an id, and for <c>resourceId(…)</c> even while the subscription is not.</remarks>
    public string? ResourceKey => Value.Unresolved?.Target ?? (AsText is { } text ? ResourceKeys.OfId(text) : null);

    /// <summary>Gets the elements of the array; none for any other kind.</summary>
    public ImmutableArray<ConfigurationNode> Items =>
        [.. Value.Items.Select((item, at) => Child(item, _path.Item(at)))];

    /// <summary>Gets the members of the object in the order of the document; none for any other kind.</summary>
    public ImmutableArray<KeyValuePair<string, ConfigurationNode>> Members =>
        [.. Value.Members.Select(member => KeyValuePair.Create(
            member.Key, Child(member.Value, _path.Member(member.Key))))];

    internal ConfigurationValue Value { get; }

    internal ConfigurationAnchor Anchor => new(Document, _path);

    /// <summary>Gets a member of the object here.</summary>
    /// <param name="name">The name, in any case.</param>
    public ConfigurationNode this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            var (written, value) = Value.Find(name);
            return Child(IsUnresolved ? ValueBelow : value, _path.Member(written));
        }
    }

    /// <summary>Gets an element of the array here.</summary>
    /// <param name="index">The position, from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public ConfigurationNode this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            var value = IsUnresolved ? ValueBelow
                : index < Value.Items.Length ? Value.Items[index]
                : ConfigurationValue.Absent;
            return Child(value, _path.Item(index));
        }
    }

    // What is below an id is no id, and a place that holds a value from elsewhere says nothing of what would be below.
    private ConfigurationValue ValueBelow => Value.With(Value.Unresolved! with { Target = null, Residue = null });

    /// <summary>Returns the place and the kind, and never the value.</summary>
    /// <returns>One line for a person.</returns>
    public override string ToString() => Reason is { } reason
        ? $"{Path}: unresolved, {reason}"
        : $"{Path}: {Plaintext.Words(Kind)}";

    /// <summary>Returns the same place of a document at another position.</summary>
    internal ConfigurationNode In(int document) => new(Value, _path, document, Parameter);

    private ConfigurationNode Child(ConfigurationValue value, ConfigurationPath path) =>
        new(IsUnresolved ? value with { Anchor = null } : value, path, Document, Parameter);
}
