using Ita.Intake.Headers;
using Ita.Intake.Rows;
using static Ita.Intake.Headers.Column;

namespace Ita.Intake.Kinds.Responses;

/// <summary>Answers of people asked: one row per respondent, or one row per answer.</summary>
internal static class ResponsesKind
{
    public static UploadKind Kind { get; } = new(
        FileKind.Responses,
        [
            new(new KindColumns(
                FileKind.Responses,
                Required: [FiscalYear, AgencyCode, Instrument, Column.Question],
                Optional: [Respondent, AgencyName, AgencyType, Province],
                Signs: [Instrument, Respondent, Column.Question],
                Hints: []), context => new WideResponseRows(context)),
            new(new KindColumns(
                FileKind.Responses,
                Required: [FiscalYear, AgencyCode, Instrument, Respondent, Item, Answer],
                Optional: [AgencyName, AgencyType, Province],
                Signs: [Instrument, Respondent, Item, Answer],
                Hints: []), context => new LongResponseRows(context)),
        ],
        ResponsesForm.Write);
}
