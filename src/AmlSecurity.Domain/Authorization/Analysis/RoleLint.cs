using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Authorization.Analysis;

/// <summary>Finds what is superfluous, without effect, dangerous or wrong in roles.</summary>
/// <remarks>
/// Entries are compared within their own list of their own block, by the names that they match and not by a list of
/// operations. Findings come in the order of the blocks and of their entries, those of the whole role last.
/// </remarks>
public static class RoleLint
{
    /// <summary>Checks a role in the reading of Azure, without an inventory of operations.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The findings.</returns>
    public static ImmutableArray<RoleLintFinding> Check(RoleDefinition role) => Check(role, RoleLintOptions.Default);

    /// <summary>Checks a role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="options">What to go by.</param>
    /// <returns>The findings.</returns>
    public static ImmutableArray<RoleLintFinding> Check(RoleDefinition role, RoleLintOptions options)
    {
        ArgumentNullException.ThrowIfNull(role);
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. EntryList.AllOf(role).SelectMany(list => EntryLint.Check(list, role, options)),
            .. GrantLint.Check(role, options.Reading),
            .. ScopeFindings(role),
        ];
    }

    /// <summary>Checks roles, each by itself and for roles with the same permissions.</summary>
    /// <param name="roles">The roles.</param>
    /// <param name="options">What to go by.</param>
    /// <returns>The findings, at paths such as <c>$[3].permissions[0].actions[2]</c>, in the order of the
    /// roles.</returns>
    /// <exception cref="ArgumentNullException">A role is null.</exception>
    public static ImmutableArray<RoleLintFinding> CheckAll(IEnumerable<RoleDefinition> roles, RoleLintOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var given = Elements.Of(roles, nameof(roles));
        var keys = given.Select(PermissionsKey.Of).ToImmutableArray();
        return
        [
            .. given.Index().SelectMany(indexed =>
                Check(indexed.Item, options)
                    .Concat(Twins(indexed.Index))
                    .Select(finding => finding with { Path = $"$[{indexed.Index}]{finding.Path[1..]}" })),
        ];

        IEnumerable<RoleLintFinding> Twins(int at) => TwinFinding(
            [.. given.Where((_, other) => other != at && keys[other] == keys[at]).Select(twin => twin.Name)]);
    }

    /// <summary>Groups the roles that have the same permissions: the same blocks in any order, with the same entries in
    /// any order and case, under the same conditions.</summary>
    /// <param name="roles">The roles.</param>
    /// <returns>The groups of two roles and more, in the order of their first; roles without any entry are a group,
    /// too.</returns>
    /// <exception cref="ArgumentNullException">A role is null.</exception>
    public static ImmutableArray<ImmutableArray<RoleDefinition>> EqualRoles(IEnumerable<RoleDefinition> roles) =>
    [
        .. Elements.Of(roles, nameof(roles))
            .GroupBy(PermissionsKey.Of, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .Select(group => group.ToImmutableArray()),
    ];

    private static IEnumerable<RoleLintFinding> TwinFinding(ImmutableArray<string> others)
    {
        if (!others.IsEmpty)
        {
            var names = string.Join(", ", others.Select(Plaintext.Quote));
            yield return new RoleLintFinding(
                RoleLintCode.EqualRoles, "$", $"it has the permissions of {names}", Remedy: "keep one of them");
        }
    }

    private static IEnumerable<RoleLintFinding> ScopeFindings(RoleDefinition role) => role.Kind == RoleKind.BuiltIn
        || role.AssignableScopes.IsEmpty
            ? []
            : RoleLimits.AssessScopes(role)
                .Where(finding => finding.Severity == FindingSeverity.Violation)
                .Select(finding => new RoleLintFinding(
                    RoleLintCode.UnassignableScope, finding.Path, finding.Message, Remedy: finding.Remedy));
}
