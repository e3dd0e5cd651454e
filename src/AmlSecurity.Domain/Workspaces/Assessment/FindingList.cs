using System.Collections.Immutable;
using AmlSecurity.Domain.Rules;
using AmlSecurity.Domain.Workspaces.Templates;

namespace AmlSecurity.Domain.Workspaces.Assessment;

/// <summary>Takes down findings. What is found in a resource that may not be deployed is undetermined.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    public ImmutableArray<Finding> Findings => [.. _findings.Distinct()];

    public void Add(ConfigurationResource? where, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Add(where, finding);
        }
    }

    public void Add(ConfigurationResource? where, Finding? finding)
    {
        if (finding is not null)
        {
            var isCertain = where is null || where.Condition == true || finding.Severity == FindingSeverity.Undetermined;
            _findings.Add(isCertain
                ? finding
                : finding with
                {
                    Severity = FindingSeverity.Undetermined,
                    Message = $"if it is deployed at all: {finding.Message}",
                });
        }
    }
}
