using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AmlSecurity.Domain.Identities;

/// <summary>Knows who belongs to which groups, directly and through other groups.</summary>
/// <remarks>
/// Groups may contain each other in circles; every question still ends. Several groups of one id are united. Reference
/// equality; no order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed class GroupDirectory
{
    private readonly FrozenDictionary<PrincipalId, ImmutableArray<PrincipalId>> _groupsByMember;
    private readonly FrozenDictionary<PrincipalId, ImmutableArray<PrincipalId>> _membersByGroup;

    private GroupDirectory(ImmutableArray<Group> groups)
    {
        Groups = groups;
        var memberships = groups
            .SelectMany(group => group.Members, (group, member) => (Group: group.Id, Member: member))
            .Distinct()
            .ToList();
        _groupsByMember = Edges(memberships, from => from.Member, to => to.Group);
        _membersByGroup = Edges(memberships, from => from.Group, to => to.Member);
    }

    /// <summary>Gets the directory without groups.</summary>
    public static GroupDirectory Empty { get; } = new([]);

    /// <summary>Gets the groups as given.</summary>
    public ImmutableArray<Group> Groups { get; }

    /// <summary>Creates a directory.</summary>
    /// <param name="groups">The groups.</param>
    /// <returns>The directory.</returns>
    /// <exception cref="ArgumentNullException">The list or one of its elements is null.</exception>
    public static GroupDirectory Create(IEnumerable<Group> groups) =>
        new(Elements.Of(groups, nameof(groups)));

    /// <summary>Gets every group that a principal belongs to, directly or through other groups.</summary>
    /// <param name="member">The principal, which may itself be a group.</param>
    /// <returns>The groups, nearest first; not the principal itself, unless it lies on a circle of groups.</returns>
    public ImmutableArray<PrincipalId> GroupsOf(PrincipalId member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return [.. Steps(member, _groupsByMember).Select(step => step.To)];
    }

    /// <summary>Gets everybody who belongs to a group, directly or through other groups.</summary>
    /// <param name="group">The group.</param>
    /// <returns>The members, among them groups, nearest first; not the group itself, unless it lies on a circle of
    /// groups.</returns>
    public ImmutableArray<PrincipalId> MembersOf(PrincipalId group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return [.. Steps(group, _membersByGroup).Select(step => step.To)];
    }

    /// <summary>Gets a shortest way by which a principal belongs to a group.</summary>
    /// <param name="member">The principal.</param>
    /// <param name="group">The group.</param>
    /// <returns>The groups on the way, the last of which is <paramref name="group"/>; empty if there is no
    /// way.</returns>
    public ImmutableArray<PrincipalId> PathBetween(PrincipalId member, PrincipalId group)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(group);
        var cameFrom = Steps(member, _groupsByMember).ToDictionary(step => step.To, step => step.From);
        var path = new Stack<PrincipalId>();
        for (var at = group; cameFrom.TryGetValue(at, out var from); at = from)
        {
            path.Push(at);
            if (from == member)
            {
                break;
            }
        }

        return [.. path];
    }

    private static FrozenDictionary<PrincipalId, ImmutableArray<PrincipalId>> Edges<T>(
        List<T> memberships, Func<T, PrincipalId> from, Func<T, PrincipalId> to) => memberships
        .GroupBy(from, to)
        .ToFrozenDictionary(
            edges => edges.Key,
            edges => edges.OrderBy(id => id.Text, StringComparer.Ordinal).ToImmutableArray());

    // Breadth first, so that the first step to a principal lies on a shortest way.
    private static List<(PrincipalId To, PrincipalId From)> Steps(
        PrincipalId start, FrozenDictionary<PrincipalId, ImmutableArray<PrincipalId>> edges)
    {
        var seen = new HashSet<PrincipalId>();
        var steps = new List<(PrincipalId To, PrincipalId From)>();
        var pending = new Queue<PrincipalId>([start]);
        while (pending.TryDequeue(out var from))
        {
            foreach (var to in edges.GetValueOrDefault(from, []))
            {
                if (seen.Add(to))
                {
                    steps.Add((to, from));
                    pending.Enqueue(to);
                }
            }
        }

        return steps;
    }
}
