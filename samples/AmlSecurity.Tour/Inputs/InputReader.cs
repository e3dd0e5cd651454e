using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Canonical;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Reads file after file through the doors of the library and gathers what they hold.</summary>
internal sealed class InputReader(Strictness strictness)
{
    private readonly List<RoleDefinition> _roles = [];
    private readonly List<RoleAssignment> _assignments = [];
    private readonly List<DenyAssignment> _denies = [];
    private readonly List<Group> _groups = [];
    private readonly List<ScopeParent> _edges = [];
    private readonly List<Question> _questions = [];
    private readonly List<IdentityInput> _identities = [];
    private readonly List<ActivityLogEvent> _activities = [];

    public InputValues Values => new(
        [.. _roles],
        [.. _assignments],
        [.. _denies],
        [.. _groups],
        [.. _edges],
        [.. _questions],
        [.. _identities],
        [.. _activities]);

    public InputFile Read(string name, ReadOnlySpan<byte> utf8)
    {
        var kind = InputName.Recognise(name);
        return kind switch
        {
            InputKind.Roles => Take(name, kind, RoleDefinition.Read(utf8, strictness), _roles),
            InputKind.Assignments => Take(name, kind, RoleAssignment.Read(utf8, strictness), _assignments),
            InputKind.Deny => Take(name, kind, DenyAssignment.Read(utf8, strictness), _denies),
            InputKind.Groups => Take(name, kind, Group.Read(utf8, strictness), _groups),
            InputKind.Hierarchy => Take(name, kind, ScopeHierarchy.Read(utf8, strictness), _edges),
            InputKind.Questions => Take(name, kind, Question.Read(utf8, strictness), _questions),
            InputKind.Identities => Take(name, kind, IdentityInput.Read(utf8, strictness), _identities),
            InputKind.ActivityLog => Take(name, kind, ActivityLogReader.Read(utf8, strictness), _activities),
            _ => Guess(name, utf8),
        };
    }

    private static InputFile Take<T>(string name, InputKind kind, DocumentReading<T> reading, List<T> values)
    {
        values.AddRange(reading.Values);
        return new InputFile(
            name,
            kind,
            reading.Values.Length,
            [.. reading.Faults.Select(Remark.Of)],
            [.. reading.Notices.Select(Remark.Of)]);
    }

    // Deny assignments first: with a name and permissions they would pass for roles.
    private InputFile Guess(string name, ReadOnlySpan<byte> utf8)
    {
        if (DenyAssignment.Read(utf8, strictness) is { IsComplete: true, Values.IsEmpty: false } denies)
        {
            return Take(name, InputKind.Deny, denies, _denies);
        }

        if (RoleAssignment.Read(utf8, strictness) is { IsComplete: true, Values.IsEmpty: false } assignments)
        {
            return Take(name, InputKind.Assignments, assignments, _assignments);
        }

        // One sound role among faulty ones is enough to know what the file is for.
        var roles = RoleDefinition.Read(utf8, strictness);
        if (!roles.Values.IsEmpty || roles.Faults.Any(fault => fault.Kind == DocumentFaultKind.NotJson))
        {
            return Take(name, roles.Values.IsEmpty ? InputKind.Unrecognised : InputKind.Roles, roles, _roles);
        }

        var because = roles.Faults is [var first, ..] ? $"; as role definitions, {first}" : "";
        ImmutableArray<Remark> notice =
            [Remark.OfFile("Unrecognised", $"neither its name nor its content tells what it holds{because}")];
        return new InputFile(name, InputKind.Unrecognised, 0, [], notice);
    }
}
