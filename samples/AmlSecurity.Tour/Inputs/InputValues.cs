using System.Collections.Immutable;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Everything that was understood in all files of a folder, in the order of their names.</summary>
internal sealed record InputValues(
    ImmutableArray<RoleDefinition> Roles,
    ImmutableArray<RoleAssignment> Assignments,
    ImmutableArray<DenyAssignment> Denies,
    ImmutableArray<Group> Groups,
    ImmutableArray<ScopeParent> Edges,
    ImmutableArray<Question> Questions,
    ImmutableArray<IdentityInput> Identities,
    ImmutableArray<ActivityLogEvent> Activities);
