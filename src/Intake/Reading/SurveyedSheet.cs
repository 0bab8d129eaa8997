using Ita.Intake.Kinds;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Reading;

/// <summary>A sheet of a workbook and what its first rows say.</summary>
/// <param name="Header">Null for a sheet without any filled row.</param>
/// <param name="HasData">Whether rows follow a header that can be read, or rows look like those of a table.</param>
/// <param name="Fault">What made the sheet unreadable, and on which line; null for none.</param>
/// <param name="HasAdvice">Whether the header cannot be read for its place or its second row.</param>
internal sealed record SurveyedSheet(
    WorkbookSheet Sheet, HeaderRow? Header, HeaderCheck? Check, bool HasData, (Fault Fault, int Line)? Fault, bool HasAdvice)
{
    /// <summary>A row with fewer cells is a title or a note.</summary>
    private const int LeastTableCells = 3;

    /// <summary>A header and one row below it.</summary>
    private const int LeastTableRows = 2;

    public bool IsReadable => Check is { Refusal: null } && !HasAdvice;

    /// <summary>Looks at the sheet's first rows, as far as it takes to know what they are.</summary>
    public static async ValueTask<SurveyedSheet> LookAsync(
        WorkbookSheet sheet, QuestionTitles questions, IntakeLimits limits, CancellationToken cancellationToken)
    {
        using var rows = sheet.Open();
        var search = new HeaderSearch(limits, UploadKinds.Columns);
        while (!search.IsOver && await NextFilledAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            search.Look(new HeaderRow(rows, questions));
        }

        var header = search.Found;
        var check = header is null ? null : new HeaderCheck(header, limits, UploadKinds.Columns);
        var hasData = check is { Refusal: null }
            ? search.IsBelow || await NextFilledAsync(rows, cancellationToken).ConfigureAwait(false)
            : await IsTableAsync(rows, questions, search.TableRows, cancellationToken).ConfigureAwait(false);
        return new(sheet, header, check, hasData, rows.Ended is { } fault ? (fault, rows.Line) : null, search.Advice is not null);
    }

    private static async ValueTask<bool> IsTableAsync(WorkbookRows rows, QuestionTitles questions, int seen, CancellationToken cancellationToken)
    {
        while (seen < LeastTableRows && await NextFilledAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            seen += new HeaderRow(rows, questions).FilledCells >= LeastTableCells ? 1 : 0;
        }

        return seen >= LeastTableRows;
    }

    private static async ValueTask<bool> NextFilledAsync(WorkbookRows rows, CancellationToken cancellationToken)
    {
        while (await rows.NextAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!rows.IsBlank())
            {
                return true;
            }
        }

        return false;
    }
}
