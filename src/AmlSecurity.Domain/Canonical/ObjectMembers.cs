namespace AmlSecurity.Domain.Canonical;

/// <summary>The members of all objects that are not closed yet, to be put into order when theirs is.</summary>
/// <remarks>A mutable value, as <see cref="PooledList{T}"/> is.</remarks>
internal struct ObjectMembers() : IDisposable
{
    private PooledList<OpenObject> _open = new(16);
    private PooledList<ObjectMember> _members = new(32);
    private PooledList<char> _names = new(256);
    private PooledList<byte> _sorted = new(16);

    /// <summary>Opens an object.</summary>
    public void Open() => _open.Add(new OpenObject(_members.Count, _names.Count, IsSorted: true));

    /// <summary>Returns room for a name, for <see cref="Begin"/> to take in, or for any other text.</summary>
    public Span<char> Reserve(int length) => _names.Reserve(length);

    /// <summary>Begins the next member of the innermost object.</summary>
    /// <param name="nameLength">The length of the name that was written where <see cref="Reserve"/> said.</param>
    /// <param name="start">Where it starts in the output.</param>
    /// <param name="source">Where it stands in the text that is read.</param>
    /// <returns><see langword="false"/> if the member before it has the same name.</returns>
    public bool Begin(int nameLength, int start, int source)
    {
        var member = new ObjectMember(_names.Count, nameLength, start, 0, source);
        _names.Commit(nameLength);
        _members.Add(member);
        ref var open = ref _open.Items[^1];
        if (_members.Count - open.FirstMember == 1)
        {
            return true;
        }

        var order = new ObjectMemberOrder(_names.Memory).CompareNames(_members.Items[^2], member);
        open = open with { IsSorted = open.IsSorted && order < 0 };
        return order != 0;
    }

    /// <summary>Closes the innermost object and puts its members into order.</summary>
    /// <param name="output">The output, which ends with the last member.</param>
    /// <returns>Where the first member stands whose name the object had already, or null.</returns>
    public int? Close(Span<byte> output)
    {
        var open = _open.Items[^1];
        _open.Truncate(_open.Count - 1);
        var duplicate = open.IsSorted ? null : Sort(_members.Items[open.FirstMember..], output);
        _members.Truncate(open.FirstMember);
        _names.Truncate(open.FirstName);
        return duplicate;
    }

    public readonly void Dispose()
    {
        _open.Dispose();
        _members.Dispose();
        _names.Dispose();
        _sorted.Dispose();
    }

    private int? Sort(Span<ObjectMember> members, Span<byte> output)
    {
        var end = output.Length;
        for (var at = members.Length - 1; at >= 0; at--)
        {
            members[at] = members[at] with { Length = end - members[at].Start };
            end = members[at].Start - 1;
        }

        var body = output[members[0].Start..];
        new ObjectMemberOrder(_names.Memory).Sort(members);
        if (FirstDuplicate(members) is { } duplicate)
        {
            return duplicate;
        }

        _sorted.Truncate(0);
        foreach (var member in members)
        {
            if (_sorted.Count > 0)
            {
                _sorted.Add((byte)',');
            }

            _sorted.Add(output.Slice(member.Start, member.Length));
        }

        _sorted.Items.CopyTo(body);
        return null;
    }

    private readonly int? FirstDuplicate(ReadOnlySpan<ObjectMember> sorted)
    {
        var order = new ObjectMemberOrder(_names.Memory);
        int? first = null;
        for (var at = 1; at < sorted.Length; at++)
        {
            if (order.CompareNames(sorted[at - 1], sorted[at]) == 0)
            {
                first = Math.Min(first ?? int.MaxValue, sorted[at].Source);
            }
        }

        return first;
    }
}
