namespace Ita.App.Surveys.Pages;

/// <summary>Shows the faults of a form next to their fields.</summary>
internal static class SurveyFaults
{
    private const string NoField = "";

    /// <summary>The id of a question's first option, the link target of its error.</summary>
    public static string FieldOf(AskedQuestion question) => $"q-{question.Code}";

    /// <summary>The faults of credential fields that were left empty.</summary>
    public static ImmutableArray<FieldFault> Missing(SurveySeat seat, SentForm sent)
    {
        if (!seat.NeedsPassword)
        {
            return sent.Lacks(SentForm.CodeField) ? [new(SentForm.CodeField, "ยังไม่ได้ใส่รหัสของหน่วยงาน")] : [];
        }

        return sent.Lacks(SentForm.PasswordField) ? [new(SentForm.PasswordField, "ยังไม่ได้ใส่รหัสผ่านครั้งเดียว 6 หลัก")] : [];
    }

    public static ImmutableArray<FieldFault> Of(QuestionList form, IEnumerable<Problem> problems) =>
        [.. problems.Select(
            problem => new FieldFault(form.Find(problem.Column ?? "") is { } question ? FieldOf(question) : NoField, problem.Text.Th))];

    public static ImmutableArray<FieldFault> Of(QuestionList form, Refusal refusal) =>
        refusal.Faults.IsEmpty ? [new(FieldOf(refusal.Code), refusal.Text.Th)] : Of(form, refusal.Faults);

    /// <summary>True when the survey closed while the form was being filled in.</summary>
    public static bool IsClosing(Refusal refusal) => refusal.Code is "survey-closed" or "survey-published" or "survey-not-open";

    private static string FieldOf(string code) => code switch
    {
        "code-wrong" => SentForm.CodeField,
        "subject-invalid" or "otp-not-sent" or "otp-by-email-only" or "otp-by-phone-only" => SentForm.SubjectField,
        _ when code.StartsWith("otp-", StringComparison.Ordinal) => SentForm.PasswordField,
        _ => NoField,
    };
}
