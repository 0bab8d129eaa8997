namespace Ita.App.Surveys.Forms;

/// <summary>Shows the faults of a form next to their fields.</summary>
internal static class SurveyFaults
{
    private const string NoField = "";
    private const string NoAnswer = "sheet-answer-missing";

    /// <summary>The id of a question's first option, the link target of its error.</summary>
    public static string FieldOf(AskedQuestion question) => $"q-{question.Code}";

    /// <summary>The faults of credential fields that were left empty.</summary>
    public static ImmutableArray<FieldFault> Missing(SurveySeat seat, SentForm sent)
    {
        var (field, text) = seat.NeedsPassword ? (SentForm.PasswordField, "password-missing") : (SentForm.CodeField, "code-missing");
        return sent.Lacks(field) ? [new(field, seat.Texts[text])] : [];
    }

    /// <summary>The faults of answers: all, or only those of wrong ones.</summary>
    public static ImmutableArray<Problem> Answers(QuestionList form, SentForm sent, bool wrongOnly = false) =>
        [.. PostedSheet.Read(form, sent.Answers).Problems.Where(problem => !wrongOnly || problem.Code != NoAnswer)];

    public static ImmutableArray<FieldFault> Of(SurveySeat seat, IEnumerable<Problem> problems) => [.. problems.Select(problem =>
        new FieldFault(seat.Form.Find(problem.Column ?? "") is { } question ? FieldOf(question) : NoField, seat.Texts.Pick(problem.Text)))];

    public static ImmutableArray<FieldFault> Of(SurveySeat seat, Refusal refusal) =>
        refusal.Faults.IsEmpty ? [new(FieldOf(refusal.Code), seat.Texts.Pick(refusal.Text))] : Of(seat, refusal.Faults);

    /// <summary>True when the survey closed while the form was being filled in.</summary>
    public static bool IsClosing(Refusal refusal) => refusal.Code is "survey-closed" or "survey-published" or "survey-not-open";

    /// <summary>True when the sender has answered already.</summary>
    public static bool IsAnswered(Refusal refusal) => refusal.Code == "otp-used";

    private static string FieldOf(string code) => code switch
    {
        "code-wrong" => SentForm.CodeField,
        "subject-invalid" or "otp-not-sent" or "otp-by-email-only" or "otp-by-phone-only" => SentForm.SubjectField,
        _ when code.StartsWith("otp-", StringComparison.Ordinal) => SentForm.PasswordField,
        _ => NoField,
    };
}
