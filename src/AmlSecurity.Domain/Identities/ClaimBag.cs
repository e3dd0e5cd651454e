using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AmlSecurity.Domain.Identities;

/// <summary>Claims by name, as texts; gathers the first fault of those that are looked at.</summary>
internal sealed class ClaimBag
{
    private readonly ILookup<string, string> _values;

    public ClaimBag(IEnumerable<KeyValuePair<string, string>> claims) => _values = claims.ToLookup(
        claim => ClaimNames.Shorten(claim.Key), claim => claim.Value, StringComparer.Ordinal);

    public ClaimFault? Fault { get; private set; }

    public bool Has(string name) => _values.Contains(name);

    public IEnumerable<string> All(string name) => _values[name];

    /// <summary>Gets the one value of a claim.</summary>
    public string? One(string name)
    {
        var values = _values[name].Distinct(StringComparer.Ordinal).ToList();
        if (values.Count > 1)
        {
            Fail(name, ClaimFaultKind.Contradicted);
        }

        return values.Count == 0 ? null : values[0];
    }

    /// <summary>Gets the words of a claim that is one text with blanks or commas between, or several texts.</summary>
    public ImmutableArray<string> Words(string name) =>
        [.. All(name).SelectMany(text => text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))];

    public Instant? Time(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        // A NumericDate (RFC 7519, section 2), or what a log makes of it.
        var isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
        if (isNumber && seconds is >= -62_135_596_800m and <= 253_402_300_799m)
        {
            return NodaConstants.UnixEpoch + Duration.FromTicks((long)(seconds * NodaConstants.TicksPerSecond));
        }

        if (!isNumber && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant })
        {
            return instant;
        }

        Fail(name, ClaimFaultKind.Malformed);
        return null;
    }

    public TenantId? Tenant(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        if (TenantId.Read(text).TryPickT0(out var tenant, out _))
        {
            return tenant;
        }

        Fail(name, ClaimFaultKind.Malformed);
        return null;
    }

    public ImmutableArray<PrincipalId> Principals(string name)
    {
        var ids = ImmutableArray.CreateBuilder<PrincipalId>();
        foreach (var text in All(name))
        {
            if (PrincipalId.Read(text, Strictness.Lenient).TryPickT0(out var id, out _))
            {
                ids.Add(id);
            }
            else
            {
                Fail(name, ClaimFaultKind.Malformed);
            }
        }

        return ids.ToImmutable();
    }

    public void Fail(string name, ClaimFaultKind kind) => Fault ??= new ClaimFault(name, kind);
}
