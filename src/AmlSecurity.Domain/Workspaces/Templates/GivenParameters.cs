using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;
using OneOf;

namespace AmlSecurity.Domain.Workspaces.Templates;

/// <summary>The values given for the parameters of a template.</summary>
internal sealed class GivenParameters
{
    private readonly Dictionary<string, GivenParameter> _values = new(StringComparer.OrdinalIgnoreCase);

    private GivenParameters(ImmutableArray<DocumentFault> notices) => Notices = notices;

    public static GivenParameters None => new([]);

    public IEnumerable<string> Names => _values.Values.Select(given => given.Name);

    public ImmutableArray<DocumentFault> Notices { get; }

    /// <summary>Reads a parameter file, of either form; nothing at all is a file without values.</summary>
    public static OneOf<GivenParameters, DocumentFault> Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return None;
        }

        if (!ConfigurationText.Read(utf8).TryPickT0(out var text, out var fault))
        {
            return fault with { Detail = "the parameter file is not JSON from here on" };
        }

        if (text.Value.Kind != ConfigurationNodeKind.Object)
        {
            return new DocumentFault(DocumentFaultKind.OfTheWrongType, "$", 0, "the parameter file is not an object");
        }

        var given = new GivenParameters(
            [.. text.Notices.Select(notice => notice with { Detail = $"in the parameter file, {notice.Detail}" })]);
        // Offsets are those of the template, and these values stand in another file.
        var file = text.Value.WithoutOffsets();
        var isFile = file.Member("parameters").Kind == ConfigurationNodeKind.Object
            && (file.Members.Length == 1
                || file.TextOf("$schema") is not null
                || file.TextOf("contentVersion") is not null);
        given.Add(isFile ? file.Member("parameters") : file, isFile);
        return given;
    }

    /// <summary>Takes the <c>parameters</c> of a nested deployment, evaluated outside.</summary>
    public static GivenParameters Of(ConfigurationValue parameters)
    {
        var given = new GivenParameters([]);
        given.Add(parameters, true);
        return given;
    }

    public GivenParameter? Find(string name) => _values.GetValueOrDefault(name);

    private void Add(ConfigurationValue parameters, bool isFile)
    {
        foreach (var (name, entry) in parameters.Members)
        {
            var isReference = entry.Member("reference").Kind == ConfigurationNodeKind.Object;
            var value = entry.Member("value");
            if (value.Kind == ConfigurationNodeKind.Absent && !isReference)
            {
                value = entry.Kind == ConfigurationNodeKind.Unresolved ? entry : ConfigurationValue.Absent;
            }

            // In the bare form a value stands for itself, but an object with the one member `value` is of the other.
            var isWrapped = isFile || (entry.Members.Length == 1 && (isReference || IsThere(value)));
            value = isWrapped ? value : entry;
            if (isReference || IsThere(value))
            {
                _values[name] = new GivenParameter(name, value, isReference && isWrapped);
            }
        }
    }

    private static bool IsThere(ConfigurationValue value) => value.Kind != ConfigurationNodeKind.Absent;
}
