using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace AmlSecurity.Domain.Authentication;

/// <summary>What an accepted token says, read where it stands in the caller's buffer: a text is made only when it is
/// asked for, and anew each time.</summary>
/// <remarks>Counts as long as the buffer is not written to. The default says nothing: its texts are null. For one
/// thread.</remarks>
public readonly ref struct ServiceTokenView
{
    private readonly ReadOnlySpan<byte> _payload;
    private readonly ServiceTokenLayout _layout;
    private readonly ServiceTokenPolicy? _policy;

    internal ServiceTokenView(
        ReadOnlySpan<byte> payload,
        scoped in ServiceTokenLayout layout,
        ServiceTokenPolicy policy,
        Instant issuedAt,
        TokenLifetime lifetime)
    {
        _payload = payload;
        _layout = layout;
        _policy = policy;
        IssuedAt = issuedAt;
        Lifetime = lifetime;
    }

    /// <summary>Gets when the token was made, <c>iat</c>.</summary>
    public Instant IssuedAt { get; }

    /// <summary>Gets from when to when it is valid, <c>nbf</c> and <c>exp</c>.</summary>
    public TokenLifetime Lifetime { get; }

    /// <summary>Gets what it is about, <c>sub</c>.</summary>
    public string? Subject => Text(ServiceTokenClaim.Subject);

    /// <summary>Gets the immutable id of the workspace that it admits to, <c>wid</c>.</summary>
    public string? Workspace => Text(ServiceTokenClaim.Workspace);

    /// <summary>Gets the id of the token, <c>jti</c>; null if it has none.</summary>
    public string? TokenId => Text(ServiceTokenClaim.TokenId);

    /// <summary>Gets the run, <c>rid</c>; null if it names none.</summary>
    public string? Run => Text(ServiceTokenClaim.Run);

    /// <summary>Determines whether the token carries an operation.</summary>
    /// <param name="operation">The operation, compared as Azure does: without regard to case.</param>
    /// <returns><see langword="true"/> if <c>scp</c> lists it.</returns>
    public bool Carries(ReadOnlySpan<char> operation)
    {
        if (_layout.Has(ServiceTokenClaim.Permissions))
        {
            Span<char> listed = stackalloc char[512];
            var json = _layout.Open(_payload, ServiceTokenClaim.Permissions);
            while (json.Read() && json.TokenType == JsonTokenType.String)
            {
                if (json.ValueSpan.Length <= listed.Length
                    && operation.Equals(listed[..json.CopyString(listed)], StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Copies everything out of the buffer.</summary>
    /// <returns>The claims.</returns>
    /// <exception cref="InvalidOperationException">The token was refused.</exception>
    public ServiceTokenClaims ToClaims()
    {
        var policy = _policy ?? throw new InvalidOperationException("a token that was refused says nothing");
        var (tenant, submitter) = Submitter();
        return new ServiceTokenClaims(policy.Issuer, policy.Audience, Subject!, Workspace!, IssuedAt, Lifetime)
        {
            TokenId = TokenId,
            Tenant = Text(ServiceTokenClaim.Tenant),
            Compute = Text(ServiceTokenClaim.Compute),
            Run = Run,
            Experiment = Text(ServiceTokenClaim.Experiment),
            SubmitterTenant = tenant,
            Submitter = submitter,
            Permissions = Permissions(),
        };
    }

    private string? Text(ServiceTokenClaim claim) =>
        _layout.Has(claim) ? _layout.Open(_payload, claim).GetString() : null;

    private (string? Tenant, string? Id) Submitter()
    {
        (string? Tenant, string? Id) submitter = default;
        if (_layout.Has(ServiceTokenClaim.Submitter))
        {
            var json = _layout.Open(_payload, ServiceTokenClaim.Submitter);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var (isTenant, isId) = (json.ValueTextEquals("tid"u8), json.ValueTextEquals("oid"u8));
                json.Read();
                submitter = isTenant ? (json.GetString(), submitter.Id)
                    : isId ? (submitter.Tenant, json.GetString())
                    : submitter;
                json.Skip();
            }
        }

        return submitter;
    }

    private ImmutableArray<string> Permissions()
    {
        if (!_layout.Has(ServiceTokenClaim.Permissions))
        {
            return [];
        }

        var permissions = ImmutableArray.CreateBuilder<string>();
        var json = _layout.Open(_payload, ServiceTokenClaim.Permissions);
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            permissions.Add(json.GetString()!);
        }

        return permissions.DrainToImmutable();
    }
}
