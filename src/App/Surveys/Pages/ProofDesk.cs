namespace Ita.App.Surveys.Pages;

/// <summary>Checks the credential of a person before the form: sends passwords and takes passwords and codes.</summary>
internal sealed class ProofDesk(PasswordIssuing passwords, SurveyPosting posting)
{
    /// <summary>Sends a one-time password and returns the page to enter it in. Answers already given are kept.</summary>
    public async Task<IResult> SendPasswordAsync(HttpContext context, SurveySeat seat, SentForm sent, CancellationToken cancellationToken)
    {
        if (seat.ReadToken(sent).State != FormTokenState.Good)
        {
            return await FormAnswer.ExpiredAsync(seat, sent, FormPlace.Whole);
        }

        var request =
            new OtpRequest(seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, sent[SentForm.SubjectField], ClientAddress.Of(context));
        var issued = await passwords.IssueAsync(request, cancellationToken);
        if (issued.IsRefused && sent[SentForm.PasswordField] is null)
        {
            return SurveyFaults.IsClosing(issued.Refusal)
                ? await FormAnswer.RefuseProofAsync(context, seat, sent, issued.Refusal)
                : await RefuseSubjectAsync(context, seat, sent, issued.Refusal);
        }

        return issued.IsRefused
            ? await FormAnswer.RefuseProofAsync(context, seat, sent, issued.Refusal)
            : await PageAnswer.RenderAsync<PasswordPage>(
                seat.Again(sent.Without(SentForm.PasswordField), sent.Token!, []) with { Password = issued.Value });
    }

    /// <summary>Checks the code or the password and returns the first questions. A person who has answered learns it here.</summary>
    public async Task<IResult> StartAsync(HttpContext context, SurveySeat seat, SentForm sent, CancellationToken cancellationToken)
    {
        var (state, nonce) = seat.ReadToken(sent);
        if (state != FormTokenState.Good)
        {
            return await ExpiredAsync(seat, sent);
        }

        if (sent[SentForm.GoField] == FormPlace.HereButton)
        {
            return await ShowInOtherLanguageAsync(seat, sent);
        }

        if (SurveyFaults.Missing(seat, sent) is { Length: > 0 } missing)
        {
            return await RefuseAsync(seat, sent, missing);
        }

        var post = new SurveyPost(
            seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, CredentialOf(seat, sent), sent.Answers, nonce, ClientAddress.Of(context));
        return await posting.ProveAsync(post, cancellationToken) is { } refusal
            ? await FormAnswer.RefuseProofAsync(context, seat, sent, refusal)
            : await FormAnswer.ShowAsync(context, seat, Proved(seat, sent), FormPlace.Read(seat.Form, null));
    }

    /// <summary>The credential in a form: a pass, or what was typed.</summary>
    public static Credential CredentialOf(SurveySeat seat, SentForm sent) => seat.NeedsPassword
        ? sent[SentForm.PassField] is { } pass
            ? new Credential.Pass(pass)
            : new Credential.Password(sent[SentForm.SubjectField] ?? "", sent[SentForm.PasswordField] ?? "")
        : new Credential.Code(sent[SentForm.CodeField] ?? "");

    // The form gets a new token, because the time to answer is measured from when the questions are shown. The number is no longer needed.
    private static SentForm Proved(SurveySeat seat, SentForm sent)
    {
        var form = sent.With(SentForm.TokenField, seat.NewToken());
        return seat.NeedsPassword && OtpSubject.Read(sent[SentForm.SubjectField]) is { } subject
            ? form.Without(SentForm.SubjectField, SentForm.PasswordField)
                .With(SentForm.PassField, SurveyPass.New(seat.Key, seat.Form.Code, seat.ReadToken(form).Nonce!, subject))
            : form;
    }

    private static Task<IResult> RefuseAsync(SurveySeat seat, SentForm sent, ImmutableArray<FieldFault> faults) => seat.NeedsPassword
        ? FormAnswer.AskAgainAsync<PasswordPage>(seat, sent, faults)
        : FormAnswer.AskAgainAsync<StartPage>(seat, sent, faults);

    // The page that was posted has a field for the password, or not yet.
    private static Task<IResult> ShowInOtherLanguageAsync(SurveySeat seat, SentForm sent) => seat.NeedsPassword
        ? sent[SentForm.PasswordField] is null
            ? FormAnswer.AskAgainAsync<SubjectPage>(seat, sent, [], StatusCodes.Status200OK)
            : FormAnswer.AskAgainAsync<PasswordPage>(seat, sent, [], StatusCodes.Status200OK)
        : FormAnswer.AskAgainAsync<StartPage>(seat, sent, [], StatusCodes.Status200OK);

    private static Task<IResult> RefuseSubjectAsync(HttpContext context, SurveySeat seat, SentForm sent, Refusal refusal)
    {
        refusal.ToResult().SetHeaders(context.Response);
        return FormAnswer.AskAgainAsync<SubjectPage>(seat, sent, SurveyFaults.Of(seat, refusal), ProblemResult.StatusFor(refusal.Kind));
    }

    private static Task<IResult> ExpiredAsync(SurveySeat seat, SentForm sent)
    {
        if (seat.NeedsPassword)
        {
            return FormAnswer.ExpiredAsync(seat, sent, FormPlace.Whole);
        }

        var view = seat.Again(sent, seat.NewToken(), []) with { Notice = seat.Texts["expired"] };
        return PageAnswer.RenderAsync<StartPage>(view, StatusCodes.Status400BadRequest);
    }
}
