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

    private GroupDirectory(ImmutableArray<Group> groups)
    {
        Groups = groups;
        _groupsByMember = groups
            .SelectMany(group => group.Members, (group, member) => (Group: group.Id, Member: member))
            .Distinct()
            .GroupBy(edge => edge.Member, edge => edge.Group)
            .ToFrozenDictionary(
                edges => edges.Key,
                edges => edges.OrderBy(id => id.Text, StringComparer.Ordinal).ToImmutableArray());
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
        return [.. Steps(member).Select(step => step.Group)];
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
        var cameFrom = Steps(member).ToDictionary(step => step.Group, step => step.From);
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

    // Breadth first, so that the first step into a group lies on a shortest way.
    private List<(PrincipalId Group, PrincipalId From)> Steps(PrincipalId member)
    {
        var seen = new HashSet<PrincipalId>();
        var steps = new List<(PrincipalId Group, PrincipalId From)>();
        var pending = new Queue<PrincipalId>([member]);
        while (pending.TryDequeue(out var from))
        {
            foreach (var group in _groupsByMember.GetValueOrDefault(from, []))
            {
                if (seen.Add(group))
                {
                    steps.Add((group, from));
                    pending.Enqueue(group);
                }
            }
        }

        return steps;
    }
}
