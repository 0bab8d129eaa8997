using Ita.App.Web.Forms;
using Ita.Intake.Cells;

namespace Ita.App.Surveys.Periods;

/// <summary>Sets the period of a survey from a form.</summary>
internal sealed class PeriodSetting(SurveyClosing closing, SurveyRegistry registry)
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["day-form"] = "โปรดระบุวันที่เป็น ปี ค.ศ.-เดือน-วัน เช่น 2027-06-30",
        ["key-agency"] = "โปรดระบุรหัสหน่วยงานที่ใช้ได้",
    };

    /// <summary>The faults and the status of the answer; no fault when the period is set.</summary>
    public async Task<(ImmutableArray<FieldFault> Faults, int Status)> SetAsync(
        FiscalYear year, PeriodFields form, string by, CancellationToken cancellationToken)
    {
        var agency = AgencyCodes.Normalize(form.Agency ?? "");
        var (opens, opensProblem) = CommonEraDay.Read((form.Opens ?? "").Trim(), "opens");
        var (closes, closesProblem) = CommonEraDay.Read((form.Closes ?? "").Trim(), "closes");
        var problems = new[]
        {
            agency is null ? new Problem("key-agency", Severity.Error, Column: "agency") : null, opensProblem, closesProblem,
        }.OfType<Problem>().ToList();
        if (problems.Count > 0)
        {
            return ([.. problems.Select(problem => FieldFaults.Of(problem, Texts))], StatusCodes.Status400BadRequest);
        }

        var (period, problem) = SurveyPeriod.Create(year, opens!.Value, closes!.Value);
        return period is null
            ? ([new("opens", problem!.Text.Th)], StatusCodes.Status400BadRequest)
            : await SetAsync(year, agency!, period, form, by, cancellationToken);
    }

    private async Task<(ImmutableArray<FieldFault> Faults, int Status)> SetAsync(
        FiscalYear year, string agency, SurveyPeriod period, PeriodFields form, string by, CancellationToken cancellationToken)
    {
        // A survey that was set or changed since the form was shown is not overwritten.
        var now = await registry.FindRecordAsync(year, agency, cancellationToken);
        if ((now?.ETag?.ToString() ?? "") != (form.Seen ?? ""))
        {
            var isNew = now is not null && string.IsNullOrEmpty(form.Seen);
            return (
                isNew ? [new("", "หน่วยงานนี้มีช่วงเก็บแบบวัดแล้ว โปรดแก้ไขที่หน้าของหน่วยงาน")] : FieldFaults.Of(FormPost.Raced),
                StatusCodes.Status409Conflict);
        }

        var set = await closing.SetAsync(year, agency, period, form.ClosesWhenReached, by, cancellationToken);
        return set.IsRefused ? (FieldFaults.Of(set.Refusal), ProblemResult.StatusFor(set.Refusal.Kind)) : ([], StatusCodes.Status200OK);
    }
}
