using System.Collections.Immutable;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Searches, fewest steps first, what a principal can take on and take over.</summary>
/// <remarks>Its states are the identities, so that it ends after as many as there are facts.</remarks>
internal sealed class EscalationSearch(CertainPolicy policy, ImmutableArray<IdentityFact> facts, bool takesConditions)
{
    private const string IdentityType = "Microsoft.ManagedIdentity/userAssignedIdentities";

    private static readonly ImmutableArray<ActionName> RunsCode = [MlActions.SubmitRun];

    private static readonly ImmutableArray<ActionName> LendsIdentity =
    [
        .. EscalationWays.All.Select(way => way.Action)
            .Where(action => action.Text.StartsWith(IdentityType, StringComparison.Ordinal)),
    ];

    /// <summary>Lists every identity that a principal can act as, itself first, with the steps to it.</summary>
    public IEnumerable<(PrincipalId Identity, ImmutableArray<EscalationStep> Steps)> Identities(PrincipalId who)
    {
        var seen = new HashSet<PrincipalId>();
        var pending = new PriorityQueue<(PrincipalId Identity, ImmutableArray<EscalationStep> Steps), (int, int)>();
        pending.Enqueue((who, []), (0, 0));
        for (var order = 1; pending.TryDequeue(out var at, out _);)
        {
            if (!seen.Add(at.Identity))
            {
                continue;
            }

            yield return at;
            foreach (var fact in facts.Where(fact => !seen.Contains(fact.Identity)))
            {
                if (StepsInto(at.Identity, fact) is { IsEmpty: false } steps)
                {
                    pending.Enqueue(
                        (fact.Identity, at.Steps.AddRange(steps)), (at.Steps.Length + steps.Length, order++));
                }
            }
        }
    }

    /// <summary>Finds the step by which an identity makes itself Owner of a scope.</summary>
    public EscalationStep? TakeOver(PrincipalId who, ResourceId scope) =>
        PermitOf(who, EscalationWays.WriteRoleAssignments.Action, scope) is { } assign
            ? new EscalationStep(EscalationStepKind.AssignRole, who, assign, scope)
            : WidenRole(who, scope);

    private ImmutableArray<EscalationStep> StepsInto(PrincipalId who, IdentityFact fact)
    {
        var isIdentity = string.Equals(fact.Resource.ResourceType, IdentityType, StringComparison.OrdinalIgnoreCase);
        foreach (var action in isIdentity ? LendsIdentity : RunsCode)
        {
            if (PermitOf(who, action, fact.Resource) is { } permit)
            {
                return [ActAs(permit)];
            }
        }

        // Whoever takes the resource over gives themselves what running code takes.
        return TakeOver(who, fact.Resource) is { } first
            ? [first, ActAs(new Permit(
                isIdentity ? LendsIdentity[0] : RunsCode[0], first.Assignment, first.Through, first.IsConditional))]
            : [];

        EscalationStep ActAs(Permit permit) =>
            new(EscalationStepKind.ActAsIdentity, who, permit, fact.Resource, fact.Identity);
    }

    // A role is edited by whoever may write it on every scope where it can be assigned; built-in roles cannot be.
    private EscalationStep? WidenRole(PrincipalId who, ResourceId scope)
    {
        foreach (var held in policy.HeldAt(who, scope))
        {
            if ((held.Condition is null || takesConditions)
                && policy.Policy.FindRole(held.Role) is { Kind: RoleKind.Custom, AssignableScopes.IsEmpty: false } role)
            {
                var permits = role.AssignableScopes
                    .Select(at => PermitOf(who, EscalationWays.WriteRoleDefinitions.Action, at))
                    .ToList();
                if (permits.TrueForAll(permit => permit is not null))
                {
                    var isConditional = held.Condition is not null || permits.Exists(permit => permit!.IsConditional);
                    return new EscalationStep(
                        EscalationStepKind.WidenRole, who, permits[0]! with { IsConditional = isConditional }, scope);
                }
            }
        }

        return null;
    }

    private Permit? PermitOf(PrincipalId who, ActionName action, ResourceId scope) =>
        policy.Find(who, action, scope) is { } permit && (takesConditions || !permit.IsConditional) ? permit : null;
}
