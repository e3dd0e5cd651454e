using System.Text.Json.Nodes;
using AmlSecurity.Domain.Authorization;
using AmlSecurity.Tour.Output;
using Spectre.Console;

namespace AmlSecurity.Tour.Chapters;

/// <summary>Shows the 13 operations by three roles beside what the role definitions of the inputs give.</summary>
internal sealed class MatrixChapter : IChapter
{
    private static readonly BuiltInRole[] BuiltIn = Enum.GetValues<BuiltInRole>();

    public string Name => "matrix";

    public string Title => "Matrix: 13 operations by three roles";

    public void Print(TourInputs inputs, IAnsiConsole console)
    {
        var differing = new List<MatrixCell>();
        var table = TourTable.Of("rule", "operation", "way", "Owner", "Contributor", "Reader");
        foreach (var (operation, way) in Rows())
        {
            var cells = BuiltIn.Select(role => MatrixCell.Of(operation, way, role, inputs.Policy)).ToList();
            differing.AddRange(cells.Where(cell => cell.Differs));
            table.AddRow([operation.Rule.Text, operation.Name, way.Name, .. cells.Select(Show)]);
        }

        console.MarkupLine("Each cell is the answer of the page; where the definition answers otherwise, it follows.");
        console.Write(table);
        foreach (var cell in differing)
        {
            var way = cell.Way.Name.Length > 0 ? $" ({cell.Way.Name})" : "";
            console.MarkupLine($"[yellow]◄ {cell.Operation.Rule} {cell.Role}{way}[/]: {cell.Reason}.");
        }

        foreach (var role in BuiltIn.Where(role => BuiltInRoles.Find(inputs.Policy, role) is null))
        {
            console.MarkupLine($"[grey]{role} is not among the definitions read; only the page answers for it.[/]");
        }

        RoleAbilities.Print(inputs, console);
    }

    public JsonNode ToJson(TourInputs inputs) => new JsonObject
    {
        ["cells"] = TourDocument.List(
            from row in Rows()
            from role in BuiltIn
            select MatrixCell.Of(row.Operation, row.Way, role, inputs.Policy),
            cell => new JsonObject
            {
                ["rule"] = cell.Operation.Rule.Text,
                ["operation"] = cell.Operation.Name,
                ["way"] = cell.Way.Name,
                ["actions"] = TourDocument.List(cell.Way.Actions, action => action.Text),
                ["role"] = TourDocument.Word(cell.Role),
                ["page"] = TourDocument.Word(cell.Page),
                ["definition"] = TourDocument.Word(cell.Definition),
                ["differs"] = cell.Differs,
                ["reason"] = cell.Differs ? cell.Reason : null,
            }),
        ["roles"] = RoleAbilities.ToJson(inputs),
    };

    private static IEnumerable<(MlOperation Operation, ActionAlternative Way)> Rows() =>
        from operation in OperationMatrix.Operations
        from way in operation.Alternatives
        select (operation, way);

    private static string Show(MatrixCell cell) => cell.Differs
        ? $"{Show(cell.Page)} [yellow]◄ definition: {Show(cell.Definition)}[/]"
        : Show(cell.Page);

    private static string Show(MatrixAnswer answer) => answer switch
    {
        MatrixAnswer.Allowed => "yes",
        MatrixAnswer.Denied => "[grey]no[/]",
        _ => "?",
    };
}
