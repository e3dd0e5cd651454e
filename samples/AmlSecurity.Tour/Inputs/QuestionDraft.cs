using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using OneOf;

namespace AmlSecurity.Tour.Inputs;

/// <summary>A question while its members are being read.</summary>
internal sealed class QuestionDraft(Strictness strictness) : IDraft<Question>
{
    private static readonly Dictionary<string, Plane> Planes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["control"] = Plane.Control,
        ["data"] = Plane.Data,
    };

    private static readonly Dictionary<string, Membership> Memberships = new(StringComparer.OrdinalIgnoreCase)
    {
        ["member"] = new Membership.Member(),
        ["guest"] = new Membership.Guest(GuestEvidence.Directory),
    };

    private PrincipalId? _principal;
    private ActionName? _action;
    private ResourceId? _scope;
    private Plane _plane = Plane.Control;
    private Membership _membership = new Membership.Undetermined();
    private string? _name;
    private string? _note;
    private ConditionAttributes? _attributes;

    public string? Missing =>
        _principal is null ? "principal" : _action is null ? "action" : _scope is null ? "scope" : null;

    public bool Knows(string member) => member is "attributes"
        or "principal" or "action" or "scope" or "plane" or "membership" or "name" or "note";

    public string? Take(string member, string? text) => (member, text) switch
    {
        (_, null) => null,
        ("principal", _) => Keep(PrincipalId.Read(text, strictness), out _principal, text, "object id"),
        ("action", _) => Keep(ActionName.Read(text, strictness), out _action, text, "operation"),
        ("scope", _) => Keep(ResourceId.Read(text, strictness), out _scope, text, "scope"),
        ("plane", _) => Keep(text, Planes, out _plane),
        ("membership", _) => Keep(text, Memberships, out _membership!),
        ("name", _) => Keep(text, out _name),
        ("attributes", _) => "it is not an object",
        _ => Keep(text, out _note),
    };

    /// <summary>Takes what is known for conditions.</summary>
    public void Take(ConditionAttributes attributes) => _attributes = attributes;

    public OneOf<Question, string> Finish() => new Question(
        new AccessRequest(
            new Principal(_principal!, PrincipalKind.Unknown, _membership), _action!, _plane, _scope!, _attributes),
        _name,
        _note);

    private static string? Keep<T, TFault>(OneOf<T, TFault> outcome, out T? value, string text, string what)
        where T : class =>
        outcome.TryPickT0(out value, out var fault) ? null : $"`{text}` is no {what}: {fault}";

    private static string? Keep<T>(string text, Dictionary<string, T> words, out T? value) =>
        words.TryGetValue(text, out value) ? null : $"`{text}` is none of {string.Join(", ", words.Keys)}";

    private static string? Keep(string text, out string kept)
    {
        kept = text;
        return null;
    }
}
