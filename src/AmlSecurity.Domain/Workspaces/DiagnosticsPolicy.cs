using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;

namespace AmlSecurity.Domain.Workspaces;

/// <summary>What may be collected about a workspace, where it goes and under whose keys (DATA-01 to DATA-07).</summary>
/// <remarks>
/// A flag that is not known makes an answer <see cref="CollectionAnswer.NotStated"/>. Equal by settings and rules; no
/// order. Immutable, hence safe for concurrent use.
/// </remarks>
public sealed record DiagnosticsPolicy
{
    private DiagnosticsPolicy(bool? hbiWorkspace, bool? applicationInsights, RuleSet rules)
    {
        HbiWorkspace = hbiWorkspace;
        ApplicationInsights = applicationInsights;
        Rules = rules;
        Entries = [.. DiagnosticsRows.EntriesOf(hbiWorkspace, applicationInsights)];
        Findings = [.. DiagnosticsRows.FindingsOf(hbiWorkspace, applicationInsights)];
    }

    /// <summary>Gets whether the workspace was created as one of high business impact; null if not known.</summary>
    public bool? HbiWorkspace { get; }

    /// <summary>Gets whether its web services write to Application Insights; null if not known.</summary>
    public bool? ApplicationInsights { get; }

    /// <summary>Gets the rules that were asked for.</summary>
    public RuleSet Rules { get; }

    /// <summary>Gets an entry for each kind of data.</summary>
    public ImmutableArray<DiagnosticsEntry> Entries { get; }

    /// <summary>Gets what there is to say about the settings.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Finds out what may be collected.</summary>
    /// <param name="hbiWorkspace">Whether <c>hbi_workspace</c> was set at creation; null if not known.</param>
    /// <param name="applicationInsights">Whether <c>enable_app_insights</c> is set; null if not known.</param>
    /// <param name="rules">The rules. Those on diagnostics are the same on all dates.</param>
    /// <returns>The policy.</returns>
    public static DiagnosticsPolicy Of(bool? hbiWorkspace, bool? applicationInsights, RuleSet rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new DiagnosticsPolicy(hbiWorkspace, applicationInsights, rules);
    }

    /// <summary>Judges a change of the opt-out, which holds only from creation on (DATA-05).</summary>
    /// <param name="before">The flag of the workspace.</param>
    /// <param name="after">The flag that is wanted.</param>
    /// <returns>A violation if they differ, else null.</returns>
    public static Finding? AssessChange(bool before, bool after) => before == after
        ? null
        : new Finding(
            DiagnosticsRows.OptOut,
            FindingSeverity.Violation,
            DiagnosticsRows.FlagPath,
            $"`{(after ? "true" : "false")}` is asked for, and the flag is set at creation only",
            "create another workspace");

    /// <summary>Finds the entry of a kind of data.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of them.</exception>
    public DiagnosticsEntry Find(DiagnosticDataKind kind) =>
        Entries.FirstOrDefault(entry => entry.Kind == kind) ?? throw new ArgumentOutOfRangeException(nameof(kind));

    /// <summary>Determines whether two policies are of the same settings and rules.</summary>
    /// <param name="other">The other policy.</param>
    /// <returns><see langword="true"/> if they are.</returns>
    public bool Equals(DiagnosticsPolicy? other) =>
        other is not null
        && (HbiWorkspace, ApplicationInsights) == (other.HbiWorkspace, other.ApplicationInsights)
        && Rules == other.Rules;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HbiWorkspace, ApplicationInsights, Rules);
}
