using System.Collections.Immutable;
using AmlSecurity.Domain.Workspaces.DataAtRest;
using NodaTime;

namespace AmlSecurity.Domain.Workspaces.Impact;

/// <summary>What becomes of requests that need one thing, from time to time. Each step holds from its time, included,
/// to the next, excluded.</summary>
internal sealed class Outlook
{
    private readonly ImmutableArray<(Instant From, RequestOutlook Requests)> _steps;

    private Outlook(ImmutableArray<(Instant From, RequestOutlook Requests)> steps) => _steps = steps;

    public static Outlook Good { get; } = new([]);

    public RequestOutlook At(Instant now)
    {
        var found = RequestOutlook.Succeed;
        foreach (var (from, requests) in _steps)
        {
            if (from > now)
            {
                break;
            }

            found = requests;
        }

        return found;
    }

    /// <summary>Forgets what was expected from a time on.</summary>
    public Outlook From(Instant at, RequestOutlook requests) =>
        new([.. _steps.TakeWhile(step => step.From < at), (at, requests)]);
}
