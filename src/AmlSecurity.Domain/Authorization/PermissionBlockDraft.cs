using System.Collections.Immutable;
using AmlSecurity.Domain.Canonical;

namespace AmlSecurity.Domain.Authorization;

/// <summary>A block of permissions while its members are being read.</summary>
internal sealed class PermissionBlockDraft
{
    private ImmutableArray<ActionPattern> _actions = [];
    private ImmutableArray<ActionPattern> _notActions = [];
    private ImmutableArray<ActionPattern> _dataActions = [];
    private ImmutableArray<ActionPattern> _notDataActions = [];
    private string? _condition;
    private string? _conditionVersion;

    /// <summary>Gets a value indicating whether a list of entries was there, even an empty one.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>Takes the member here if it belongs to a block.</summary>
    public bool Take(ref JsonCursor json)
    {
        switch (json.Member)
        {
            case "actions":
                _actions = ReadPatterns(ref json);
                return true;
            case "notactions":
                _notActions = ReadPatterns(ref json);
                return true;
            case "dataactions":
                _dataActions = ReadPatterns(ref json);
                return true;
            case "notdataactions":
                _notDataActions = ReadPatterns(ref json);
                return true;
            case "condition":
                _condition = json.Text();
                return true;
            case "conditionversion":
                _conditionVersion = json.Text();
                return true;
            default:
                return false;
        }
    }

    public PermissionBlock Finish() =>
        new(_actions, _notActions, _dataActions, _notDataActions, ConditionOf(_condition, _conditionVersion));

    /// <summary>Makes a condition of what an export states; exports write an absent one as null or as an empty
    /// text.</summary>
    public static AccessCondition? ConditionOf(string? text, string? version) =>
        string.IsNullOrWhiteSpace(text) ? null : new AccessCondition(text, version);

    private ImmutableArray<ActionPattern> ReadPatterns(ref JsonCursor json)
    {
        HasEntries = true;
        var patterns = ImmutableArray.CreateBuilder<ActionPattern>();
        if (json.EnterArray())
        {
            while (json.NextElement())
            {
                if (ReadPattern(ref json) is { } pattern)
                {
                    patterns.Add(pattern);
                }
            }
        }

        return patterns.ToImmutable();
    }

    private static ActionPattern? ReadPattern(ref JsonCursor json)
    {
        var before = json.FaultCount;
        if (json.Text() is not { } text)
        {
            if (json.FaultCount == before)
            {
                json.Fail(DocumentFaultKind.OfTheWrongType, "the entry is null");
            }

            return null;
        }

        var pattern = ActionPattern.ReadLeniently(text);
        if (pattern.Irregularity is { } fault)
        {
            json.Report(DocumentFaultKind.Irregular, $"{Plaintext.Quote(text)}: {fault}");
        }

        return pattern;
    }
}
