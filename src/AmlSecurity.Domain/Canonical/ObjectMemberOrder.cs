namespace AmlSecurity.Domain.Canonical;

/// <summary>Orders members by the UTF-16 code units of their names (RFC 8785, section 3.2.3), and those of one name as
/// they were read.</summary>
internal readonly struct ObjectMemberOrder(ReadOnlyMemory<char> names) : IComparer<ObjectMember>
{
    // The platform's sort makes two objects for its comparer, which a few members are not worth.
    private const int Few = 16;

    public void Sort(Span<ObjectMember> members)
    {
        if (members.Length > Few)
        {
            members.Sort(this);
            return;
        }

        for (var next = 1; next < members.Length; next++)
        {
            var member = members[next];
            var at = next;
            for (; at > 0 && Compare(members[at - 1], member) > 0; at--)
            {
                members[at] = members[at - 1];
            }

            members[at] = member;
        }
    }

    public int Compare(ObjectMember x, ObjectMember y) =>
        CompareNames(x, y) is not 0 and var order ? order : x.Source.CompareTo(y.Source);

    public int CompareNames(ObjectMember x, ObjectMember y)
    {
        var all = names.Span;
        return all.Slice(x.Name, x.NameLength).SequenceCompareTo(all.Slice(y.Name, y.NameLength));
    }
}
