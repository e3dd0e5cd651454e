using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization.Conditions;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Domain.Authorization.Compiled;

/// <summary>A policy made ready to decide in nanoseconds, as <see cref="AccessPolicy"/> does, without
/// allocation.</summary>
/// <remarks>
/// A snapshot. Adding or removing one thing makes another snapshot that shares nearly everything with this one, which
/// stays valid. Handles are for the snapshot that made them, as one of another could miss a deny assignment made since.
/// Reference equality; no order. Immutable, hence safe for concurrent use: to change a policy while others read it, let
/// them read a field that you set.
/// </remarks>
public sealed class CompiledPolicy
{
    private readonly PolicyTables _tables;

    private CompiledPolicy(PolicyTables tables) => _tables = tables;

    /// <summary>Compiles a policy for the operations of <see cref="Catalogue.MlOperationCatalogue"/> and those that its
    /// entries name.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The compiled policy, which decides under the same rules and reading.</returns>
    public static CompiledPolicy Compile(AccessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new CompiledPolicy(PolicyCompiler.Compile(policy, PolicyCompiler.OperationsOf(policy)));
    }

    /// <summary>Compiles a policy for the operations that the host will ask about.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="operations">The operations. Any other is decided too, but takes longer.</param>
    /// <returns>The compiled policy, which decides under the same rules and reading.</returns>
    /// <exception cref="ArgumentNullException">An operation is null.</exception>
    public static CompiledPolicy Compile(AccessPolicy policy, IEnumerable<ActionName> operations)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new CompiledPolicy(PolicyCompiler.Compile(policy, Elements.Of(operations, nameof(operations))));
    }

    /// <summary>Looks up a principal.</summary>
    /// <param name="principal">The principal, known to the policy or not.</param>
    /// <returns>The handle.</returns>
    public PrincipalHandle Resolve(Principal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return new PrincipalHandle(
            this,
            _tables.Find(principal.Id) ?? Holder.Nobody,
            _tables.RefusesGuests && principal.Membership is Membership.Guest);
    }

    /// <summary>Looks up an operation.</summary>
    /// <param name="action">The operation, compiled or not.</param>
    /// <param name="plane">The plane.</param>
    /// <returns>The handle.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public ActionHandle Resolve(ActionName action, Plane plane)
    {
        ArgumentNullException.ThrowIfNull(action);
        return HandleOf(action, plane, _tables.Operations.Find(action));
    }

    /// <summary>Looks up a scope.</summary>
    /// <param name="scope">The scope, known to the policy or not.</param>
    /// <returns>The handle.</returns>
    public ScopeHandle Resolve(ResourceId scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var (node, isExact) = _tables.Resolve(scope);
        return new ScopeHandle(this, node, isExact);
    }

    /// <summary>Decides on handles; conditions know nothing of the request.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="action">The operation.</param>
    /// <param name="scope">What it would be done to.</param>
    /// <returns>The verdict. A default handle is denied.</returns>
    /// <exception cref="ArgumentException">A handle is of another snapshot.</exception>
    public Verdict Decide(in PrincipalHandle principal, in ActionHandle action, in ScopeHandle scope) =>
        Decide(in principal, in action, in scope, ConditionAttributes.Empty);

    /// <summary>Decides on handles.</summary>
    /// <param name="principal">Who asks.</param>
    /// <param name="action">The operation.</param>
    /// <param name="scope">What it would be done to.</param>
    /// <param name="attributes">What conditions may ask for.</param>
    /// <returns>The verdict. A default handle is denied.</returns>
    /// <exception cref="ArgumentException">A handle is of another snapshot.</exception>
    public Verdict Decide(
        in PrincipalHandle principal, in ActionHandle action, in ScopeHandle scope, ConditionAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return principal.Owner == this && action.Owner == this && scope.Owner == this
            ? Known(in principal, in action, in scope, attributes)
            : Foreign(principal.Owner, action.Owner, scope.Owner);
    }

    /// <summary>Decides on one check; conditions know nothing of the request.</summary>
    /// <param name="check">The check.</param>
    /// <returns>The verdict. A default handle is denied.</returns>
    /// <exception cref="ArgumentException">A handle is of another snapshot.</exception>
    public Verdict Decide(in AccessCheck check)
    {
        var (principal, action, scope) = check;
        return Decide(in principal, in action, in scope, ConditionAttributes.Empty);
    }

    /// <summary>Decides on many checks; conditions know nothing of the requests.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="verdicts">Where their verdicts go, in the same order.</param>
    /// <exception cref="ArgumentException">There is less room than there are checks, or a handle is of another
    /// snapshot; verdicts before that one are written.</exception>
    public void DecideMany(ReadOnlySpan<AccessCheck> checks, Span<Verdict> verdicts) =>
        DecideMany(checks, verdicts, ConditionAttributes.Empty);

    /// <summary>Decides on many checks with the same attributes.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="verdicts">Where their verdicts go, in the same order.</param>
    /// <param name="attributes">What conditions may ask for.</param>
    /// <exception cref="ArgumentException">There is less room than there are checks, or a handle is of another
    /// snapshot; verdicts before that one are written.</exception>
    public void DecideMany(
        ReadOnlySpan<AccessCheck> checks, Span<Verdict> verdicts, ConditionAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        if (verdicts.Length < checks.Length)
        {
            throw new ArgumentException("there is less room than there are checks", nameof(verdicts));
        }

        for (; checks.Length > CheckBatch.Length; checks = checks[CheckBatch.Length..])
        {
            CheckBatch.Decide(this, _tables, checks[..CheckBatch.Length], verdicts, attributes);
            verdicts = verdicts[CheckBatch.Length..];
        }

        CheckBatch.Decide(this, _tables, checks, verdicts, attributes);
    }

    /// <summary>Decides a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The plane is neither of the two.</exception>
    public Verdict Decide(AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        // Stryker disable once statement: what is fetched ahead is fetched later otherwise.
        _tables.Touch(request.Principal.Id.Hash, request.Scope.Hash);
        var action = Resolve(request.Action, request.Plane);
        if (_tables.RefusesGuests && request.Principal.Membership is Membership.Guest)
        {
            return Verdict.DeniedFor(DenialReason.GuestNotSupported);
        }

        var (node, isExact) = _tables.Resolve(request.Scope);
        return new CompiledEvaluator(_tables, in action, request.Attributes ?? ConditionAttributes.Empty)
            .Decide(_tables.Find(request.Principal.Id) ?? Holder.Nobody, node.Chain, isExact);
    }

    /// <summary>Decides on texts, of a principal whose membership is undetermined; conditions know nothing of the
    /// request.</summary>
    /// <param name="principal">The object id.</param>
    /// <param name="action">The name of the operation.</param>
    /// <param name="plane">Its plane.</param>
    /// <param name="scope">The id of what it would be done to.</param>
    /// <returns>
    /// The verdict on what lenient reading makes of the texts. A text that cannot be read is denied. Nothing is
    /// allocated for an operation that the policy was compiled for and a scope of plain characters at or below one
    /// that it knows.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public Verdict Decide(
        ReadOnlySpan<char> principal, ReadOnlySpan<char> action, Plane plane, ReadOnlySpan<char> scope) =>
        Decide(principal, action, plane, scope, ConditionAttributes.Empty);

    /// <summary>Decides on texts, of a principal whose membership is undetermined.</summary>
    /// <param name="principal">The object id.</param>
    /// <param name="action">The name of the operation.</param>
    /// <param name="plane">Its plane.</param>
    /// <param name="scope">The id of what it would be done to.</param>
    /// <param name="attributes">What conditions may ask for.</param>
    /// <returns>The verdict, as without attributes.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="plane"/> is neither of the two.</exception>
    public Verdict Decide(
        ReadOnlySpan<char> principal,
        ReadOnlySpan<char> action,
        Plane plane,
        ReadOnlySpan<char> scope,
        ConditionAttributes attributes)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        var principalKey = new RawText(principal, stackalloc char[RawText.UsualLength]);
        var scopeKey = new RawText(scope, stackalloc char[RawText.UsualLength]);
        // Stryker disable once statement: what is fetched ahead is fetched later otherwise.
        _tables.Touch(principalKey.Hash, scopeKey.Hash);
        if (RawTexts.FindAction(_tables, action, out var operation) is not { } name
            || RawTexts.FindScope(_tables, scopeKey, out var isExact) is not { } node)
        {
            return Enum.IsDefined(plane) ? default : throw new ArgumentOutOfRangeException(nameof(plane));
        }

        var handle = HandleOf(name, plane, operation);
        return new CompiledEvaluator(_tables, in handle, attributes)
            .Decide(RawTexts.FindPrincipal(_tables, principalKey) ?? Holder.Nobody, node.Chain, isExact);
    }

    /// <summary>Makes a decision of a verdict, with role, entry and rule.</summary>
    /// <param name="verdict">A verdict of this policy.</param>
    /// <param name="request">The request that it is about.</param>
    /// <returns>The decision, equal to that of <see cref="AccessPolicy.Decide"/>.</returns>
    /// <exception cref="ArgumentException">The verdict is not about this request, or not of this policy.</exception>
    public AccessDecision Describe(Verdict verdict, AccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (verdict.Assignment is not { } assignment)
        {
            return new AccessDecision.Denied(
                verdict.Reason,
                verdict.Deny,
                verdict.Reason == DenialReason.GuestNotSupported ? EvidenceOf(request) : null);
        }

        var judge = new RoleJudge(
            request.Action, request.Plane, request.Attributes ?? ConditionAttributes.Empty, _tables.Reading);
        return _tables.Roles.Find(assignment.Role) is { } role
            && judge.Judge(role, assignment.Condition) is (AssignmentOutcome.Granted, { Covering: { } covering }, _)
            ? new AccessDecision.Allowed(assignment, role, covering)
            : throw new ArgumentException("the verdict is not about this request, or not of this policy");
    }

    /// <summary>Adds a role assignment.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <returns>A snapshot with it; this one if it is there already.</returns>
    public CompiledPolicy With(RoleAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Over(PolicyChange.With(_tables, assignment));
    }

    /// <summary>Removes a role assignment.</summary>
    /// <param name="assignment">The assignment, equal in every member.</param>
    /// <returns>A snapshot without it; this one if it is not there.</returns>
    public CompiledPolicy Without(RoleAssignment assignment)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Over(PolicyChange.Without(_tables, assignment));
    }

    /// <summary>Adds a role. Assignments that name it grant from then on; a second, different role of the same id or
    /// name makes that reference ambiguous.</summary>
    /// <param name="role">The role.</param>
    /// <returns>A snapshot with it; this one if it is there already.</returns>
    public CompiledPolicy With(RoleDefinition role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return Over(_tables.Roles.With(role));
    }

    /// <summary>Removes a role. Assignments that name it stay, and grant nothing.</summary>
    /// <param name="role">The role, equal in every member.</param>
    /// <returns>A snapshot without it; this one if it is not there.</returns>
    public CompiledPolicy Without(RoleDefinition role)
    {
        ArgumentNullException.ThrowIfNull(role);
        return Over(_tables.Roles.Without(role));
    }

    /// <summary>Adds a deny assignment.</summary>
    /// <param name="deny">The deny assignment.</param>
    /// <returns>A snapshot with it; this one if it is there already.</returns>
    public CompiledPolicy With(DenyAssignment deny)
    {
        ArgumentNullException.ThrowIfNull(deny);
        return _tables.DenyAssignments.Contains(deny)
            ? this
            : Over(PolicyChange.WithDenies(_tables, _tables.DenyAssignments.Add(deny)));
    }

    /// <summary>Removes a deny assignment.</summary>
    /// <param name="deny">The deny assignment, equal in every member.</param>
    /// <returns>A snapshot without it; this one if it is not there.</returns>
    public CompiledPolicy Without(DenyAssignment deny)
    {
        ArgumentNullException.ThrowIfNull(deny);
        return _tables.DenyAssignments.Contains(deny)
            ? Over(PolicyChange.WithDenies(_tables, _tables.DenyAssignments.Remove(deny)))
            : this;
    }

    /// <summary>Adds a member to a group, with all that the group holds.</summary>
    /// <param name="group">The group, known or new.</param>
    /// <param name="member">The direct member, itself a group perhaps.</param>
    /// <returns>A snapshot with it; this one if it is a direct member already.</returns>
    public CompiledPolicy WithMember(PrincipalId group, PrincipalId member)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(member);
        return Over(PolicyChange.With(_tables, group, member));
    }

    /// <summary>Removes a member from a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="member">The direct member.</param>
    /// <returns>A snapshot without it; this one if it is no direct member. What it holds through other groups
    /// stays.</returns>
    public CompiledPolicy WithoutMember(PrincipalId group, PrincipalId member)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(member);
        return Over(PolicyChange.Without(_tables, group, member));
    }

    /// <summary>Makes a readable policy of the snapshot, to explain and to analyse.</summary>
    /// <returns>A policy that decides every request alike. Names of groups, and what was given twice, are not in
    /// it.</returns>
    public AccessPolicy ToPolicy() => _tables.ToPolicy();

    /// <summary>Gets the id of a scope of one of its own handles.</summary>
    internal string TextOf(ScopeStep step) => _tables.Scopes[step.Number].Id.Text;

    private static GuestEvidence? EvidenceOf(AccessRequest request) =>
        request.Principal.Membership is Membership.Guest guest
            ? guest.Evidence
            : throw new ArgumentException("the verdict is about a guest, and the request is not", nameof(request));

    internal static Verdict Foreign(params ReadOnlySpan<CompiledPolicy?> owners) => owners.Contains(null)
        ? default
        : throw new ArgumentException("a handle is of another snapshot of the policy; resolve it anew");

    private Verdict Known(
        in PrincipalHandle principal, in ActionHandle action, in ScopeHandle scope, ConditionAttributes attributes) =>
        principal.IsRefusedGuest
            ? Verdict.DeniedFor(DenialReason.GuestNotSupported)
            : new CompiledEvaluator(_tables, in action, attributes)
                .Decide(principal.Holder!, scope.Chain!, scope.IsExact);

    private ActionHandle HandleOf(ActionName action, Plane plane, OperationBit? operation) => Enum.IsDefined(plane)
        ? new ActionHandle(this, action, plane, _tables.Operations.PlaceOf(operation, plane))
        : throw new ArgumentOutOfRangeException(nameof(plane));

    private CompiledPolicy Over(PolicyTables tables) =>
        ReferenceEquals(tables, _tables) ? this : new CompiledPolicy(tables);

    private CompiledPolicy Over(RoleTable roles) =>
        ReferenceEquals(roles, _tables.Roles) ? this : new CompiledPolicy(_tables with { Roles = roles });
}
