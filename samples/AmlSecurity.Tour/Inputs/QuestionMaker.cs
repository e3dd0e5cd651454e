using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Resources;

namespace AmlSecurity.Tour.Inputs;

/// <summary>Makes questions of the matrix where the folder has none.</summary>
internal static class QuestionMaker
{
    /// <summary>The most principals that questions are made for.</summary>
    public const int MostPrincipals = 25;

    /// <summary>Asks every action of the 13 operations for each principal at the first workspace.</summary>
    public static ImmutableArray<Question> From(
        ImmutableArray<Principal> principals, ImmutableArray<ResourceId> workspaces) => workspaces.IsEmpty
        ? []
        :
        [
            .. from principal in principals.Take(MostPrincipals)
               from asked in Actions()
               select new Question(AccessRequest.Control(principal, asked.Action, workspaces[0]), Note: asked.Note),
        ];

    private static IEnumerable<(ActionName Action, string Note)> Actions() => OperationMatrix.Operations
        .SelectMany(operation => operation.Alternatives
            .SelectMany(way => way.Actions)
            .Select(action => (Action: action, operation.Rule)))
        .GroupBy(asked => asked.Action, asked => asked.Rule.Text)
        .Select(asked => (asked.Key, $"an action of {string.Join(", ", asked.Distinct())}"));
}
