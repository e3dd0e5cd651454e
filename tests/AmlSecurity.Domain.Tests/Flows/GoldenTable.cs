using AmlSecurity.Domain.Flows;

namespace AmlSecurity.Domain.Tests.Flows;

/// <summary>Compares the rows of a flow with a table that a person has written down.</summary>
internal static class GoldenTable
{
    public static void AssertSame(IEnumerable<FlowRow> rows, string golden) => Assert.Equal(
        Lines(golden),
        rows.Select(row => row.IsRefusal
            ? $"{row.From} + {row.On}: no ({row.Rule})"
            : $"{row.From} + {row.On}: {string.Join(" or ", row.To)} ({row.Rule})"));

    private static string[] Lines(string golden) =>
        golden.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
