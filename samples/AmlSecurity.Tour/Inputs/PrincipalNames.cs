using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Knows the names for people that assignments, groups and questions give to object ids.</summary>
internal sealed class PrincipalNames(AccessPolicy policy, ImmutableArray<Question> questions)
{
    private readonly Dictionary<PrincipalId, string> _names = policy.Assignments
        .Select(assignment => (Id: assignment.PrincipalId, Name: assignment.PrincipalName))
        .Concat(policy.Groups.Groups.Select(group => (group.Id, Name: group.DisplayName)))
        .Concat(questions.Select(question => (question.Request.Principal.Id, question.Name)))
        .Where(named => !string.IsNullOrWhiteSpace(named.Name))
        .DistinctBy(named => named.Id)
        .ToDictionary(named => named.Id, named => named.Name!);

    /// <summary>Gets the name, or null if nobody gives one.</summary>
    public string? Find(PrincipalId id) => _names.GetValueOrDefault(id);

    /// <summary>Gets the name, else the id.</summary>
    public string Of(PrincipalId id) => Find(id) ?? id.Text;
}
