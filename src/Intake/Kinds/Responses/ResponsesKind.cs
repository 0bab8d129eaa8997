namespace Ita.Intake.Kinds.Responses;

/// <summary>Answers of people asked: one row per respondent, or one row per answer.</summary>
internal static class ResponsesKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Responses,
        [
            new(new KindColumns(
                FileKind.Responses,
                Required: [Column.FiscalYear, Column.AgencyCode, Column.Instrument, Column.Question],
                Optional: [Column.Respondent, Column.AgencyName, Column.AgencyType, Column.Province],
                Signs: [Column.Instrument, Column.Respondent, Column.Question],
                Hints: []), context => new WideResponseRows(context)),
            new(new KindColumns(
                FileKind.Responses,
                Required: [Column.FiscalYear, Column.AgencyCode, Column.Instrument, Column.Respondent, Column.Item, Column.Answer],
                Optional: [Column.AgencyName, Column.AgencyType, Column.Province],
                Signs: [Column.Instrument, Column.Respondent, Column.Item, Column.Answer],
                Hints: []), context => new LongResponseRows(context)),
        ],
        ResponsesForm.Create);
}
