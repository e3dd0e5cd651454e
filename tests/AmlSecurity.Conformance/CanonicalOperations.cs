using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Conformance;

/// <summary>The operations of the room <c>Canonical</c>.</summary>
internal static class CanonicalOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } =
    [
        new("jcs.canonicalize", Canonicalize),
    ];

    private static JsonObject Canonicalize(Arguments request)
    {
        var text = request.Text("text");
        return CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(text)).TryPickT0(out var canonical, out var fault)
            ? new JsonObject { ["text"] = Encoding.UTF8.GetString(canonical) }
            : throw request.Malformed("text", text, fault);
    }
}
