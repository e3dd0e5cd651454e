using System.Collections.Immutable;
using AmlSecurity.Domain;
using AmlSecurity.Domain.Auditing;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;
using AmlSecurity.Tour.Inputs;

namespace AmlSecurity.Tour;

/// <summary>What every chapter is given: the policy of the folder, and who and what stands in it.</summary>
internal sealed class TourInputs
{
    public TourInputs(InputFolder folder, TourOptions options)
    {
        Folder = folder.Path;
        Files = folder.Files;
        Strictness = options.Strictness;
        var values = folder.Values;
        Policy = AccessPolicy
            .Create(
                values.Roles,
                values.Assignments,
                values.Denies,
                GroupDirectory.Create(values.Groups),
                ScopeHierarchy.Create(values.Edges))
            .Under(options.Rules)
            .ReadAs(options.Reading);
        Activities = values.Activities;
        Identities = values.Identities;
        Names = new PrincipalNames(Policy, values.Questions);
        Workspaces = WorkspaceScopes.In(Policy, values.Questions);
        Principals = [.. PrincipalsOf(Policy, values.Questions)];
        HasOwnQuestions = !values.Questions.IsEmpty;
        Questions = HasOwnQuestions ? values.Questions : QuestionMaker.From(Principals, Workspaces);
    }

    public string Folder { get; }

    public ImmutableArray<InputFile> Files { get; }

    /// <summary>Gets a value indicating whether every file was understood to the last element.</summary>
    public bool IsComplete => Files.All(file => file.Faults.IsEmpty);

    public Strictness Strictness { get; }

    public AccessPolicy Policy { get; }

    /// <summary>Gets the events of the activity logs in the folder.</summary>
    public ImmutableArray<ActivityLogEvent> Activities { get; }

    /// <summary>Gets the workspaces whose resources and identities the folder names.</summary>
    public ImmutableArray<IdentityInput> Identities { get; }

    public PrincipalNames Names { get; }

    /// <summary>Gets every principal of the assignments, then of the questions; guests as these say.</summary>
    public ImmutableArray<Principal> Principals { get; }

    /// <summary>Gets every workspace that an assignment, a deny, a question or a role names.</summary>
    public ImmutableArray<ResourceId> Workspaces { get; }

    public ImmutableArray<Question> Questions { get; }

    /// <summary>Gets a value indicating whether the questions come from the folder, not from the matrix.</summary>
    public bool HasOwnQuestions { get; }

    private static IEnumerable<Principal> PrincipalsOf(AccessPolicy policy, ImmutableArray<Question> questions)
    {
        var guests = questions
            .Select(question => question.Request.Principal)
            .Where(principal => principal.Membership is Membership.Guest)
            .DistinctBy(principal => principal.Id)
            .ToDictionary(principal => principal.Id);
        return policy.Assignments
            .Select(held => new Principal(held.PrincipalId, held.PrincipalKind, new Membership.Undetermined()))
            .Concat(questions.Select(question => question.Request.Principal))
            .DistinctBy(principal => principal.Id)
            .Select(principal => guests.GetValueOrDefault(principal.Id, principal));
    }
}
