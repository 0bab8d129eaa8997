using Ita.Intake.Kinds;
using Ita.Intake.Workbooks;

namespace Ita.Intake.Reading;

/// <summary>Which sheets of a workbook are read: the first whose header can be read, and those with the same header.</summary>
internal static class SheetChoice
{
    public static async ValueTask<TableRows> OpenAsync(
        ImmutableArray<WorkbookSheet> sheets, QuestionTitles questions, IntakeLimits limits, CancellationToken cancellationToken)
    {
        if (sheets.Length > SheetLine.MostSheets)
        {
            throw WorkbookException.TooLarge(FormattableString.Invariant($"{sheets.Length:#,0}"), SheetLine.MostSheets);
        }

        var surveyed = new List<SurveyedSheet>();
        foreach (var sheet in sheets)
        {
            surveyed.Add(await SurveyedSheet.LookAsync(sheet, questions, limits, cancellationToken).ConfigureAwait(false));
        }

        return surveyed.Find(sheet => sheet.Fault is not null) is { Fault: var fault } broken && fault is not null
            ? new RefusedRows(fault.Value.Fault, fault.Value.Line, broken.Sheet.ShownName)
            : surveyed.Find(sheet => sheet.IsReadable) is { } main ? Read(main, surveyed) : Refuse(surveyed);
    }

    private static SheetSequence Read(SurveyedSheet main, List<SurveyedSheet> all)
    {
        var read = all.Where(sheet => HasHeaderOf(main, sheet)).ToImmutableArray();
        return new(read, [.. all.Except(read).Where(sheet => sheet.HasData).Select(sheet => NotRead(sheet, main)), .. Notes(read)]);
    }

    private static bool HasHeaderOf(SurveyedSheet main, SurveyedSheet sheet) => sheet.IsReadable
        && sheet.Check!.Kind == main.Check!.Kind
        && sheet.Header!.UsedBy(main.Check.Kind!).SetEquals(main.Header!.UsedBy(main.Check.Kind!));

    private static Problem NotRead(SurveyedSheet sheet, SurveyedSheet main) => new Fault(ProblemCatalogue.SheetNotRead)
        .With(Problem.SheetPlace, sheet.Sheet.ShownName)
        .With("read", main.Sheet.ShownName)
        .At(line: null);

    /// <summary>Notes on the headers of the sheets after the first, whose own header is read again with its rows.</summary>
    private static IEnumerable<Problem> Notes(ImmutableArray<SurveyedSheet> read) =>
        from index in Enumerable.Range(1, read.Length - 1)
        from note in read[index].Check!.Notes
        select note with { Line = SheetLine.Join(index, note.Line ?? 0) };

    /// <summary>The sheet that has a header of some kind and lacks something, or else all sheets that were looked at.</summary>
    private static TableRows Refuse(List<SurveyedSheet> surveyed)
    {
        var filled = surveyed.Where(sheet => sheet.Header is not null).ToList();
        var withData = filled.FindAll(sheet => sheet.HasData);
        // A title may be the name of a column, so a sheet with data comes first.
        var told = (withData.Count > 0 ? withData : filled).Find(sheet => sheet.Check!.Kind is not null);
        return (told, filled) switch
        {
            (not null, _) => new SheetSequence([told], []),
            (null, [var only]) => new SheetSequence([only], []),
            (null, []) => new SheetSequence([], []),
            _ => new RefusedRows(
                new Fault(ProblemCatalogue.NoSheetWithHeader).With("kinds", string.Join("; ", UploadKinds.Columns)),
                line: 0,
                string.Join(", ", filled.Select(sheet => sheet.Sheet.ShownName))),
        };
    }
}
