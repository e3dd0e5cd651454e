using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A request, with the principal's name for people and what it is meant to show.</summary>
internal sealed record Question(AccessRequest Request, string? Name = null, string? Note = null)
{
    public static DocumentReading<Question> Read(ReadOnlySpan<byte> utf8, Strictness strictness) =>
        new ElementReader<Question>(strictness, "question", () => new QuestionDraft(strictness)).Read(utf8);
}
