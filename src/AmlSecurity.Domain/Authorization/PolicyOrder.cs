using System.Buffers;
using System.Text.Json;

namespace AmlSecurity.Domain.Authorization;

/// <summary>Orders what stands on one scope, so that what a decision names does not depend on the order of the
/// input.</summary>
/// <remarks>By id; where several have one id, by what else they say, and at last by everything.</remarks>
internal static class PolicyOrder
{
    public static IComparer<RoleAssignment> OfAssignments { get; } = Comparer<RoleAssignment>.Create(
        static (one, other) => string.CompareOrdinal(one.Id, other.Id) is var order && order != 0
            ? order
            : First(
                string.CompareOrdinal(one.PrincipalId.Text, other.PrincipalId.Text),
                string.CompareOrdinal(one.Role.ToString(), other.Role.ToString()))
            ?? Compare(one.WriteTo, other.WriteTo));

    public static IComparer<DenyAssignment> OfDenies { get; } = Comparer<DenyAssignment>.Create((one, other) =>
        First(
            string.CompareOrdinal(one.Id, other.Id),
            string.CompareOrdinal(one.Name, other.Name))
        ?? Compare(one.WriteTo, other.WriteTo));

    private static int? First(params ReadOnlySpan<int> comparisons)
    {
        foreach (var comparison in comparisons)
        {
            if (comparison != 0)
            {
                return comparison;
            }
        }

        return null;
    }

    private static int Compare(Action<Utf8JsonWriter> one, Action<Utf8JsonWriter> other) =>
        Written(one).SequenceCompareTo(Written(other));

    private static ReadOnlySpan<byte> Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        write(json);
        json.Flush();
        return buffer.WrittenSpan;
    }
}
