using System.Text;
using System.Text.Json.Nodes;
using AmlSecurity.Domain.Auditing;
using NodaTime;

namespace AmlSecurity.Conformance;

/// <summary>The operation that verifies a signed note.</summary>
internal static class NoteOperations
{
    /// <summary>Gets the operations by name.</summary>
    public static IEnumerable<KeyValuePair<string, OperationHandler>> All { get; } = [new("note.verify", Verify)];

    // A note that is malformed is not valid; a key that is malformed is a question that cannot be understood.
    private static JsonObject Verify(Arguments request)
    {
        var text = request.Text("key");
        if (!NoteVerifierKey.Read(text).TryPickT0(out var key, out var fault))
        {
            throw request.Malformed("key", text, fault);
        }

        if (!SignedNote.Read(Encoding.UTF8.GetBytes(request.Text("note"))).TryPickT0(out var note, out var noteFault))
        {
            return Invalid($"the note is malformed: {noteFault}");
        }

        using var trusted = TrustedNoteKeys.Of(key);
        var verification = note.Verify(trusted, Instant.MinValue);
        return verification.IsVerified ? Valid(note) : Invalid($"{verification}");
    }

    private static JsonObject Invalid(string reason) => new() { ["valid"] = false, ["reason"] = reason };

    // A note may be sound and its body no checkpoint; then there is nothing more to say.
    private static JsonObject Valid(SignedNote note)
    {
        var answer = new JsonObject { ["valid"] = true };
        if (Checkpoint.Read(note.Body.Span).TryPickT0(out var checkpoint, out _))
        {
            answer.Add("origin", checkpoint.Origin);
            answer.Add("size", checkpoint.Size);
            answer.Add("root", Convert.ToHexStringLower(checkpoint.Root.AsSpan()));
        }

        return answer;
    }
}
