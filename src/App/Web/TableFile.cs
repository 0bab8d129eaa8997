using Ita.Intake.Forms;
using Ita.Intake.Workbooks.Writing;

namespace Ita.App.Web;

/// <summary>A table that can be downloaded as CSV or as workbook, with the same columns and rows.</summary>
/// <param name="name">The name of the file without its extension.</param>
/// <param name="rows">Texts, whole numbers and decimals; null is an empty cell.</param>
internal sealed class TableFile(string name, IReadOnlyList<WorkbookColumn> columns, IAsyncEnumerable<object?[]> rows)
{
    private static readonly string SheetName = FormText.Of("sheet.data");

    /// <summary>The content types of an endpoint that answers with a table.</summary>
    public static string[] MediaTypes => [CsvText.MediaType, WorkbookWriter.MediaType];

    /// <summary>Columns of texts, except those that are named as columns of numbers.</summary>
    public static ImmutableArray<WorkbookColumn> Columns(IEnumerable<string> titles, params IReadOnlyCollection<string> numbers) =>
        [.. titles.Select(title => new WorkbookColumn(title, numbers.Contains(title)))];

    public async Task<IResult> ToCsvAsync(CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await WriteCsvAsync(file, cancellationToken);
        return TypedResults.File(file.ToArray(), CsvText.ContentType, $"{name}.csv");
    }

    /// <summary>CSV that is never in memory as a whole, for a long table.</summary>
    public IResult StreamCsv(CancellationToken cancellationToken) =>
        TypedResults.Stream(file => WriteCsvAsync(file, cancellationToken), CsvText.ContentType, $"{name}.csv");

    /// <summary>A workbook. It is packed in memory, because a package of the response would be written without waiting.</summary>
    public async Task<IResult> ToWorkbookAsync(CancellationToken cancellationToken)
    {
        using var file = new MemoryStream();
        await using (var workbook = await WorkbookWriter.CreateAsync(file, cancellationToken))
        {
            await workbook.StartTableAsync(SheetName, columns, cancellationToken);
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                await workbook.AddRowAsync(row, cancellationToken);
            }

            await workbook.FinishAsync(cancellationToken);
        }

        return TypedResults.File(file.ToArray(), WorkbookWriter.MediaType, $"{name}.xlsx");
    }

    public Task WriteCsvAsync(Stream file, CancellationToken cancellationToken) =>
        CsvText.StreamAsync(file, rows.Prepend([.. columns.Select(column => column.Title)]), cancellationToken);
}
