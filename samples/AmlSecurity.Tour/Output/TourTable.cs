using AmlSecurity.Domain.Authorization;
using Spectre.Console;

namespace AmlSecurity.Tour.Output;

/// <summary>Makes tables of one look.</summary>
internal static class TourTable
{
    public static Table Of(params ReadOnlySpan<string> headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in headings)
        {
            table.AddColumn(new TableColumn($"[bold]{heading}[/]").Padding(0, 2));
        }

        return table;
    }

    /// <summary>Adds narrow columns for the operations of the matrix, named by the number of their rule.</summary>
    public static Table WithOperations(this Table table)
    {
        foreach (var operation in OperationMatrix.Operations)
        {
            table.AddColumn(new TableColumn($"[bold]{operation.Rule.Text[^2..]}[/]").Padding(0, 1).NoWrap());
        }

        return table;
    }
}
