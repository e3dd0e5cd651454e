using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace AmlSecurity.Conformance;

/// <summary>The members of one JSON object of a request. What is missing or of the wrong type is an error.</summary>
/// <remarks>A member that is null counts as absent. Safe for concurrent use.</remarks>
internal sealed class Arguments
{
    private readonly Dictionary<string, JsonElement> _members;
    private readonly string _path;

    private Arguments(Dictionary<string, JsonElement> members, string path)
    {
        _members = members;
        _path = path;
    }

    /// <summary>Gets the names of the members in the order of the request.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>Takes an object apart.</summary>
    /// <param name="element">The element.</param>
    /// <param name="path">Its place in the request; empty for the request itself.</param>
    public static Arguments Of(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw OperationException.Malformed($"{Called(path)} is not an object");
        }

        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            if (!members.TryAdd(NameOf(member, path), member.Value))
            {
                throw OperationException.Malformed(
                    $"{Called(path)} has two members {OperationException.Quote(member.Name)}");
            }
        }

        return new Arguments(members, path);
    }

    /// <summary>Determines whether there is a member, be it null.</summary>
    public bool Has(string name) => _members.ContainsKey(name);

    /// <summary>Gets a member as a JSON document of its own.</summary>
    public ReadOnlySpan<byte> Document(string name) => JsonMarshal.GetRawUtf8Value(Demand(name));

    /// <summary>Gets a member as a JSON document of its own; empty if it is absent.</summary>
    public ReadOnlySpan<byte> OptionalDocument(string name) =>
        Find(name) is { } value ? JsonMarshal.GetRawUtf8Value(value) : [];

    /// <summary>Gets a text.</summary>
    public string Text(string name) => TextOf(Demand(name), PathOf(name));

    /// <summary>Gets a text, or null if it is absent.</summary>
    public string? OptionalText(string name) => Find(name) is { } value ? TextOf(value, PathOf(name)) : null;

    /// <summary>Gets bytes from their hexadecimal digits, in any case.</summary>
    public byte[] Bytes(string name) => BytesOf(name, Text(name));

    /// <summary>Gets bytes from their hexadecimal digits, or null if they are absent.</summary>
    public byte[]? OptionalBytes(string name) => OptionalText(name) is { } text ? BytesOf(name, text) : null;

    /// <summary>Gets a number from 0 up.</summary>
    public long Count(string name) => Demand(name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt64(out var count) && count >= 0
            ? count
            : throw OperationException.Malformed($"{Called(PathOf(name))} is not a whole number from 0 up");

    /// <summary>Gets true or false.</summary>
    public bool Flag(string name) => Demand(name).ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw OperationException.Malformed($"{Called(PathOf(name))} is neither true nor false"),
    };

    /// <summary>Gets true or false, or null if it is absent.</summary>
    public bool? OptionalFlag(string name) => Find(name) is null ? null : Flag(name);

    /// <summary>Gets one of several words as what it means.</summary>
    public T Choice<T>(string name, params ReadOnlySpan<(string Word, T Meaning)> choices) =>
        Choose(name, Text(name), choices);

    /// <summary>Gets one of several words as what it means; if it is absent, what the first one means.</summary>
    public T OptionalChoice<T>(string name, params ReadOnlySpan<(string Word, T Meaning)> choices) =>
        OptionalText(name) is { } word ? Choose(name, word, choices) : choices[0].Meaning;

    /// <summary>Gets a list of texts.</summary>
    public ImmutableArray<string> Texts(string name) =>
        [.. Elements(name).Select((element, at) => TextOf(element, $"{PathOf(name)}[{at}]"))];

    /// <summary>Gets an object.</summary>
    public Arguments Object(string name) => Of(Demand(name), PathOf(name));

    /// <summary>Gets an object, or null if it is absent.</summary>
    public Arguments? OptionalObject(string name) => Find(name) is { } value ? Of(value, PathOf(name)) : null;

    /// <summary>Gets a list of JSON documents.</summary>
    public ImmutableArray<byte[]> Documents(string name) =>
        [.. Elements(name).Select(element => JsonMarshal.GetRawUtf8Value(element).ToArray())];

    /// <summary>Gets a list of objects.</summary>
    public ImmutableArray<Arguments> Objects(string name) =>
        [.. Elements(name).Select((element, at) => Of(element, $"{PathOf(name)}[{at}]"))];

    /// <summary>Makes the error of a member whose text cannot be understood.</summary>
    /// <param name="name">The member, with an index if it is in a list.</param>
    /// <param name="text">The text.</param>
    /// <param name="fault">The sentence that says why.</param>
    public OperationException Malformed<TFault>(string name, string text, TFault fault) =>
        OperationException.Malformed($"{Called(PathOf(name))} is {OperationException.Quote(text)}: {fault}");

    private static string Called(string path) => path.Length == 0 ? "the request" : OperationException.Quote(path);

    private static string NameOf(JsonProperty member, string path)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw OperationException.Malformed($"a member of {Called(path)} has a name that is not Unicode");
        }
    }

    private static string TextOf(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw OperationException.Malformed($"{Called(path)} is not a string");
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The platform's way to say: half of a surrogate pair.
            throw OperationException.Malformed($"{Called(path)} is not Unicode");
        }
    }

    private byte[] BytesOf(string name, string text)
    {
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done
            ? bytes
            : throw OperationException.Malformed(
                $"{Called(PathOf(name))} is not an even number of hexadecimal digits");
    }

    private T Choose<T>(string name, string word, ReadOnlySpan<(string Word, T Meaning)> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Word == word)
            {
                return choice.Meaning;
            }
        }

        var words = new List<string>();
        foreach (var choice in choices)
        {
            words.Add($"`{choice.Word}`");
        }

        throw Malformed(name, word, $"it is none of {string.Join(", ", words)}");
    }

    private JsonElement.ArrayEnumerator Elements(string name) => Demand(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
        : throw OperationException.Malformed($"{Called(PathOf(name))} is not an array");

    private JsonElement Demand(string name) =>
        Find(name) ?? throw OperationException.Malformed($"{Called(_path)} has no `{name}`");

    private JsonElement? Find(string name) =>
        _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string PathOf(string name) => _path.Length == 0 ? name : $"{_path}.{name}";
}
