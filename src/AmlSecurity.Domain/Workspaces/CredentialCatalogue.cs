using System.Collections.Immutable;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Domain.Identities;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>Knows where the credentials of a workspace lie and who may read them (KV-01 to KV-04, DEC-04).</summary>
/// <remarks>Safe for concurrent use.</remarks>
public static class CredentialCatalogue
{
    /// <summary>Gets where each kind of credential lies, in the order of the kinds.</summary>
    public static ImmutableArray<CredentialPlacement> Placements { get; } = [.. CredentialRows.Placements()];

    /// <summary>Gets the dates on which whoever may read a workspace also sees the credentials of its datastores: from
    /// 2020-07-28 on.</summary>
    public static EffectivePeriod ReadersSeeDatastores { get; } = new(RuleSet.July2020.Date);

    /// <summary>Finds where a credential lies.</summary>
    /// <param name="kind">Which.</param>
    /// <returns>The placement.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of them.</exception>
    public static CredentialPlacement Find(CredentialKind kind) => Enum.IsDefined(kind)
        ? Placements.First(placement => placement.Kind == kind)
        : throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>Lists who may read a credential.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="rules">The rules.</param>
    /// <returns>The readers that the rules state; none for what is not stored, or not stated to be.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of them.</exception>
    public static ImmutableArray<CredentialReader> WhoMayRead(CredentialKind kind, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return [.. CredentialRows.ReadersOf(Find(kind), ReadersSeeDatastores.Includes(rules))];
    }

    /// <summary>Finds by which of these ways somebody may read a credential.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="principal">Who.</param>
    /// <param name="identity">The identity of the workspace, under its object id.</param>
    /// <param name="resources">The workspace with its resources.</param>
    /// <param name="policy">Who may do what, and the rules that hold.</param>
    /// <param name="vault">What an access policy of the workspace's vault opens to them; null if that is not
    /// known.</param>
    /// <returns>The ways; a way that depends on what is not known is left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of them.</exception>
    public static ImmutableArray<CredentialReader> WaysToRead(
        CredentialKind kind,
        Principal principal,
        PrincipalId identity,
        AssociatedResources resources,
        AccessPolicy policy,
        VaultAccess? vault)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(policy);
        return
        [
            .. WhoMayRead(kind, policy.Rules).Where(reader => reader.Kind switch
            {
                CredentialReaderKind.WorkspaceIdentity => principal.Id == identity,
                CredentialReaderKind.VaultReaders => vault is { Secrets: true },
                CredentialReaderKind.WorkspaceReaders => policy
                    .Decide(AccessRequest.Control(principal, MlActions.ReadWorkspace, resources.Workspace))
                    .IsAllowed,
                _ => false,
            }),
        ];
    }

    /// <summary>Judges how a template takes a password that a user supplies (DEC-04).</summary>
    /// <param name="path">The place of the parameter, as a JSON path.</param>
    /// <param name="parameterType">The type of the parameter; null if it is not known.</param>
    /// <returns>Advice if the type is not a secure one, undetermined if it is not known, else null.</returns>
    public static Finding? AssessPassword(string path, string? parameterType)
    {
        ArgumentNullException.ThrowIfNull(path);
        return parameterType switch
        {
            null => new Finding(
                IdentityRules.SuppliedPassword,
                FindingSeverity.Undetermined,
                path,
                "of what type the password is taken is not known",
                CredentialRows.TakeItSecurely),
            _ when CredentialRows.IsSecure(parameterType) => null,
            _ => new Finding(
                IdentityRules.SuppliedPassword,
                FindingSeverity.Advice,
                path,
                $"a password is taken as {Plaintext.Quote(parameterType)}, which deployments show and keep",
                CredentialRows.TakeItSecurely),
        };
    }
}
