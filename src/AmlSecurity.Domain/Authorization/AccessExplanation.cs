using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AmlSecurity.Domain.Authorization.Analysis;
using AmlSecurity.Domain.Authorization.Catalogue;

namespace AmlSecurity.Domain.Authorization;

/// <summary>A decision with everything that was considered for it.</summary>
/// <remarks>Reference equality; no order. Immutable, hence safe for concurrent use.</remarks>
public sealed class AccessExplanation
{
    private readonly AccessPolicy _policy;

    internal AccessExplanation(AccessPolicy policy, AccessRequest request)
    {
        _policy = policy;
        var evaluator = new AccessEvaluator(policy, request, explains: true);
        Request = request;
        Decision = evaluator.Decide();
        Reading = policy.Reading;
        Assignments = [.. evaluator.Assignments()];
        Denies = [.. evaluator.Denies()];
        var other = policy.Reading == WildcardReading.Azure ? WildcardReading.Literal : WildcardReading.Azure;
        DependsOnReading = policy.ReadAs(other).Decide(request).IsAllowed != Decision.IsAllowed;
    }

    /// <summary>Gets what was asked.</summary>
    public AccessRequest Request { get; }

    /// <summary>Gets what <see cref="AccessPolicy.Decide"/> answers.</summary>
    public AccessDecision Decision { get; }

    /// <summary>Gets the reading of wildcards under which it was made.</summary>
    public WildcardReading Reading { get; }

    /// <summary>Gets a value indicating whether the other reading would decide otherwise.</summary>
    public bool DependsOnReading { get; }

    /// <summary>Gets every assignment of the principal and its groups on the scope and above, nearest scope
    /// first.</summary>
    public ImmutableArray<ConsideredAssignment> Assignments { get; }

    /// <summary>Gets every deny assignment on the scope and above, nearest scope first.</summary>
    public ImmutableArray<ConsideredDeny> Denies { get; }

    /// <summary>Gets the assignments that would still grant without the one that the decision names.</summary>
    public ImmutableArray<RoleAssignment> AlsoGrantedBy => Decision is AccessDecision.Allowed allowed
        ? [.. Assignments
            .Where(considered => considered.Outcome == AssignmentOutcome.Granted)
            .Select(considered => considered.Assignment)
            .Where(assignment => assignment != allowed.Assignment)]
        : [];

    /// <summary>Works out what would have to change for a denied request to be allowed.</summary>
    /// <param name="roles">The roles to choose from; by default those of the policy and of
    /// <see cref="RoleCatalogue"/>.</param>
    /// <param name="operations">The operations in which the surplus of a role is counted; by default those of
    /// <see cref="MlOperationCatalogue"/>.</param>
    /// <returns>The change; null if the request is allowed already.</returns>
    /// <exception cref="ArgumentNullException">A role is null.</exception>
    public AccessRemedy? FindRemedy(
        IEnumerable<RoleDefinition>? roles = null, OperationInventory? operations = null) => Decision.IsAllowed
        ? null
        : AccessRemedy.Find(
            _policy,
            this,
            Elements.Of(
                roles ?? _policy.Roles.Concat(RoleCatalogue.Under(_policy.Rules)), nameof(roles)),
            operations ?? OperationInventory.Create(MlOperationCatalogue.Under(_policy.Rules), []));

    /// <summary>Returns the explanation as lines of text for a person.</summary>
    /// <returns>The request, the decision, then one line for each deny, each assignment, and the reading where it
    /// matters.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"may {Plaintext.Quote(Request.Principal.Id.Text)} do ")
            .Append(CultureInfo.InvariantCulture, $"{Plaintext.Quote(Request.Action.Text)} ({Request.Plane} plane) ")
            .Append(CultureInfo.InvariantCulture, $"on {Plaintext.Quote(Request.Scope.Text)}?\n")
            .Append(CultureInfo.InvariantCulture, $"{Decision}\n");
        foreach (var deny in Denies)
        {
            text.Append(CultureInfo.InvariantCulture, $"  deny {deny}\n");
        }

        foreach (var assignment in Assignments)
        {
            text.Append(CultureInfo.InvariantCulture, $"  role {assignment}\n");
        }

        if (DependsOnReading)
        {
            text.Append("  the answer depends on the reading of wildcards; ")
                .Append(CultureInfo.InvariantCulture, $"this is the {Reading} reading ")
                .Append(CultureInfo.InvariantCulture, $"({AuthorizationRules.Wildcards})\n");
        }

        return text.ToString();
    }
}
