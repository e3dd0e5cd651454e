using System.Collections.Immutable;
using System.Text;
using OneOf;

namespace AmlSecurity.Domain.Resources;

/// <summary>Reads the text of one resource id, from left to right and once.</summary>
/// <remarks>
/// <c>id = "/" | (subscription | group | managementGroup | "") *block</c>, where
/// <c>block = "/providers/" namespace 1*("/" type "/" name)</c>. Offsets in faults are those of the text as given.
/// </remarks>
internal ref struct ResourceIdReader
{
    private readonly string _text;
    private readonly bool _strict;
    private readonly ImmutableArray<ResourceIdStep>.Builder _steps = ImmutableArray.CreateBuilder<ResourceIdStep>();
    private TextFault<ResourceIdFault> _fault;
    private ResourceIdOddities _oddities;
    private int _at;
    private int _end;
    private int _shift;
    private int _blocks;

    private ResourceIdReader(string text, Strictness strictness)
    {
        _text = text;
        _strict = strictness == Strictness.Strict;
        _end = text.Length;
    }

    public static OneOf<ResourceId, TextFault<ResourceIdFault>> Read(string? text, Strictness strictness)
    {
        var reader = new ResourceIdReader(text ?? string.Empty, strictness);
        if (!reader.Undress(out var dress) || (reader._at < reader._end && !reader.Walk()))
        {
            return reader._fault;
        }

        var slash = dress.HasFlag(ResourceIdOddities.MissingLeadingSlash) ? "/" : string.Empty;
        var from = reader._shift + slash.Length;
        var bare = string.Concat(slash, reader._text.AsSpan(from, reader._end - from));
        return new ResourceId(bare, CaseFolding.Fold(bare), reader._steps.DrainToImmutable(), dress);
    }

    // Takes away what surrounds the id: blanks and a last slash. Leaves `_at` behind the first slash.
    private bool Undress(out ResourceIdOddities dress)
    {
        while (_at < _end && ResourceIdSegment.IsBlank(_text[_at]))
        {
            _at++;
        }

        if (_at == _end)
        {
            dress = ResourceIdOddities.None;
            return Fail(ResourceIdFault.Empty, 0);
        }

        while (ResourceIdSegment.IsBlank(_text[_end - 1]))
        {
            _end--;
        }

        var start = _at;
        var slashes = _text[start] == '/' ? 1 : 0;
        var blank = start > 0 || _end < _text.Length;
        var trailing = _end - start > 1 && _text[_end - 1] == '/';
        var mayGoOn = (_end - start - slashes < ResourceId.MaxLength
                || Fail(ResourceIdFault.TooLong, start + ResourceId.MaxLength - 1 + slashes))
            && (!blank || Tolerate(
                ResourceIdOddities.SurroundingBlanks, ResourceIdFault.SurroundedByBlanks, start > 0 ? 0 : _end))
            && (_text[start] != '[' || Fail(ResourceIdFault.ATemplateExpression, start))
            && (slashes == 1 || Tolerate(
                ResourceIdOddities.MissingLeadingSlash, ResourceIdFault.WithoutALeadingSlash, start))
            && (!trailing || Tolerate(
                ResourceIdOddities.TrailingSlash, ResourceIdFault.EndedByASlash, _end - 1));
        dress = _oddities;
        _oddities = ResourceIdOddities.None;
        _at = start + slashes;
        _shift = _at - 1;
        _end -= trailing ? 1 : 0;
        return mayGoOn && (!trailing || _at < _end || Fail(ResourceIdFault.InterruptedByAnEmptySegment, _end));
    }

    private bool Walk()
    {
        if (!Take(out var word))
        {
            return false;
        }

        if (Ascii.EqualsIgnoreCase(word, "providers"))
        {
            return WalkProviders();
        }

        return Ascii.EqualsIgnoreCase(word, "subscriptions") ? WalkSubscription() : FailAt(word);
    }

    private bool WalkSubscription()
    {
        if (!Take(out var subscription)
            || !(Plaintext.IsGuid(subscription) || Tolerate(
                ResourceIdOddities.SubscriptionNotGuid,
                ResourceIdFault.UnderASubscriptionThatIsNotAGuid,
                OffsetOf(subscription))))
        {
            return false;
        }

        Step(ScopeLevel.Subscription, 0, 0);
        if (IsAtEnd)
        {
            return true;
        }

        if (!Take(out var word))
        {
            return false;
        }

        if (!Ascii.EqualsIgnoreCase(word, "resourceGroups"))
        {
            return Ascii.EqualsIgnoreCase(word, "providers") ? WalkProviders() : FailAt(word);
        }

        if (!Take(out _))
        {
            return false;
        }

        Step(ScopeLevel.ResourceGroup, 0, 0);
        return IsAtEnd
            || (Take(out word) && (Ascii.EqualsIgnoreCase(word, "providers") ? WalkProviders() : FailAt(word)));
    }

    // Stands behind the word `providers`.
    private bool WalkProviders()
    {
        if (!Take(out var space))
        {
            return false;
        }

        if (Ascii.EqualsIgnoreCase(space, "providers"))
        {
            return FailAt(space);
        }

        var start = OffsetOf(space);
        if (IsAtEnd)
        {
            return StepUnfinished(start, 0);
        }

        for (var pair = 1; !IsAtEnd; pair++)
        {
            if (!Take(out var type))
            {
                return false;
            }

            if (Ascii.EqualsIgnoreCase(type, "providers"))
            {
                return pair == 1 ? FailAt(type) : WalkProviders();
            }

            if (IsAtEnd)
            {
                return StepUnfinished(start, pair);
            }

            if (!Take(out _))
            {
                return false;
            }

            var isGroup = pair == 1 && _steps.Count == 0
                && Ascii.EqualsIgnoreCase(space, "Microsoft.Management")
                && Ascii.EqualsIgnoreCase(type, "managementGroups");
            Step(isGroup ? ScopeLevel.ManagementGroup : ScopeLevel.Resource, start, pair);
        }

        return true;
    }

    private bool StepUnfinished(int blockStart, int pair)
    {
        var tolerated = Tolerate(ResourceIdOddities.Incomplete, ResourceIdFault.Incomplete, _end);
        Step(ScopeLevel.Resource, blockStart, pair);
        return tolerated;
    }

    private void Step(ScopeLevel level, int blockStart, int pair)
    {
        var start = blockStart == 0 ? 0 : blockStart - _shift;
        var isNewBlock = level == ScopeLevel.Resource
            && !(_steps is [.., { Level: ScopeLevel.Resource } last] && last.BlockStart == start);
        _blocks += isNewBlock ? 1 : 0;
        _steps.Add(new ResourceIdStep(_at - 1 - _shift, level, _blocks, start, pair, _oddities));
    }

    private readonly bool IsAtEnd => _at > _end;

    // Takes the next segment; its slash, if any, too.
    private bool Take(out ReadOnlySpan<char> segment)
    {
        segment = default;
        if (IsAtEnd)
        {
            return Fail(ResourceIdFault.Incomplete, _end);
        }

        var from = _at;
        var length = _text.AsSpan(from, _end - from).IndexOf('/');
        segment = _text.AsSpan(from, length < 0 ? _end - from : length);
        _at = from + segment.Length + 1;
        if (ResourceIdSegment.Check(segment, out var placeholder) is { } fault)
        {
            return Fail(fault.Kind, from + fault.Offset);
        }

        return placeholder < 0
            || Tolerate(ResourceIdOddities.Placeholder, ResourceIdFault.APlaceholder, from + placeholder);
    }

    // The segment just taken ends one before `_at`.
    private readonly int OffsetOf(ReadOnlySpan<char> segment) => _at - 1 - segment.Length;

    private bool FailAt(ReadOnlySpan<char> segment) => Fail(ResourceIdFault.NotAResourceId, OffsetOf(segment));

    private bool Tolerate(ResourceIdOddities oddity, ResourceIdFault fault, int offset)
    {
        _oddities |= oddity;
        return !_strict || Fail(fault, offset);
    }

    private bool Fail(ResourceIdFault kind, int offset)
    {
        _fault = new TextFault<ResourceIdFault>(kind, offset);
        return false;
    }
}
