using System.Collections.Immutable;
using System.Text.Json;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Authorization.Compiled;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Conformance;

/// <summary>The policy of a request, made once, and who in it is a guest.</summary>
internal sealed class AccessQuestion
{
    private readonly AccessPolicy _policy;
    private readonly HashSet<PrincipalId> _guests;

    private AccessQuestion(AccessPolicy policy, HashSet<PrincipalId> guests)
    {
        _policy = policy;
        _guests = guests;
    }

    /// <summary>Reads the documents of a request.</summary>
    public static AccessQuestion Of(Arguments request)
    {
        var read = AccessPolicy.Read(
            request.Document("roles"),
            request.Document("assignments"),
            request.OptionalDocument("hierarchy"),
            request.OptionalDocument("groups"),
            request.OptionalDocument("denyAssignments"));
        var policy = read.TryPickT0(out var sound, out var faults)
            ? sound.Under(RulesOf(request)).ReadAs(AuthorizationOperations.ReadingOf(request))
            : throw OperationException.Malformed(Describe(faults));
        return new AccessQuestion(policy, GuestsOf(request));
    }

    /// <summary>Decides one request on the policy.</summary>
    public AccessDecision Decide(Arguments request) => _policy.Decide(Read(request));

    /// <summary>Decides many requests on the compiled policy.</summary>
    public IEnumerable<AccessDecision> DecideMany(IEnumerable<Arguments> requests)
    {
        var compiled = CompiledPolicy.Compile(_policy);
        return requests.Select(Read).Select(request => compiled.Describe(compiled.Decide(request), request));
    }

    /// <summary>Lists who may do one operation.</summary>
    public IEnumerable<PrincipalId> WhoCan(Arguments request) => _policy
        .WhoCan(
            AuthorizationOperations.ActionOf(request, "action", request.Text("action")),
            AuthorizationOperations.PlaneOf(request),
            ScopeOf(request),
            _guests.Select(guest => Principal.Guest(guest, GuestEvidence.Directory)),
            AuthorizationOperations.AttributesOf(request))
        .Select(holder => holder.Principal.Id);

    /// <summary>Lists which of the operations of a request one principal may do.</summary>
    public ImmutableArray<int> WhatCan(Arguments request) => _policy.WhatCan(
        AskerOf(request),
        ScopeOf(request),
        AuthorizationOperations.ActionsOf(request),
        AuthorizationOperations.PlaneOf(request),
        AuthorizationOperations.AttributesOf(request));

    private static ResourceId ScopeOf(Arguments request)
    {
        var text = request.Text("scope");
        return ResourceId.Read(text, Strictness.Lenient).TryPickT0(out var scope, out var fault)
            ? scope
            : throw request.Malformed("scope", text, fault);
    }

    private static RuleSet RulesOf(Arguments request) =>
        request.OptionalText("ruleSet") is not { } text ? RuleSet.Current
        : RuleSet.Read(text).TryPickT0(out var rules, out var fault) ? rules
        : throw request.Malformed("ruleSet", text, fault);

    private static HashSet<PrincipalId> GuestsOf(Arguments request)
    {
        var (members, guests) = (new HashSet<PrincipalId>(), new HashSet<PrincipalId>());
        if (request.OptionalObject("membership") is { } membership)
        {
            foreach (var name in membership.Names)
            {
                var id = PrincipalOf(membership, name, name);
                membership.Choice(name, ("member", members), ("guest", guests)).Add(id);
                if (members.Contains(id) && guests.Contains(id))
                {
                    throw membership.Malformed(name, name, "it is both a member and a guest");
                }
            }
        }

        return guests;
    }

    private AccessRequest Read(Arguments request) => new(
        AskerOf(request),
        AuthorizationOperations.ActionOf(request, "action", request.Text("action")),
        AuthorizationOperations.PlaneOf(request),
        ScopeOf(request),
        AuthorizationOperations.AttributesOf(request));

    private Principal AskerOf(Arguments request)
    {
        var id = PrincipalOf(request, "principal", request.Text("principal"));
        return _guests.Contains(id) ? Principal.Guest(id, GuestEvidence.Directory) : Principal.User(id);
    }

    private static PrincipalId PrincipalOf(Arguments request, string name, string text) =>
        PrincipalId.Read(text, Strictness.Lenient).TryPickT0(out var id, out var fault)
            ? id
            : throw request.Malformed(name, text, fault);

    private static string Describe(PolicyFaults faults)
    {
        var first = faults.All[0];
        var more = faults.All.Length == 1 ? "" : $" (and {faults.All.Length - 1} more)";
        return $"`{JsonNamingPolicy.CamelCase.ConvertName(first.Document.ToString())}` {first.Fault}{more}";
    }
}
