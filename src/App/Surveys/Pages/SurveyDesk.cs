namespace Ita.App.Surveys.Pages;

/// <summary>Finds the forms of surveys and takes their sheets.</summary>
internal sealed class SurveyDesk(
    SurveyRegistry registry, SecretTable secrets, SurveyPosting posting, IOtpSender sender, FormTokens tokens, KnownFrameworks frameworks)
{
    public async Task<FoundSeat> OpenAsync(HttpRequest request, int year, string agency, string path, CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(frameworks.Current, year, path, null) is not { } form
            || await registry.FindAsync(form.Framework.Year, agency, cancellationToken) is not { } survey)
        {
            return new(null, null);
        }

        var (name, texts) = (path.ToLowerInvariant(), SurveyTexts.Read(request));
        return survey.Phase == SurveyPhase.Open && await secrets.FindAsync(form.Framework.Year, agency, cancellationToken) is { Respondents: { } key }
            ? new(new(survey, form, name, key, tokens, texts, sender.Ways), null)
            : new(null, new(survey, form, name, texts));
    }

    /// <summary>Stores a sheet; returns the thanks page, or the form with its faults.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, SurveySeat seat, SentForm sent, CancellationToken cancellationToken)
    {
        var place = FormPlace.Read(seat.Form, sent[SentForm.AtField] ?? FormPlace.WholeName);
        var (state, nonce) = seat.ReadToken(sent);
        if (state != FormTokenState.Good)
        {
            return await FormAnswer.ExpiredAsync(seat, sent, place);
        }

        if (sent.Lacks(SentForm.PassField) && SurveyFaults.Missing(seat, sent) is { Length: > 0 } missing)
        {
            return seat.NeedsPassword
                ? await FormAnswer.AskAgainAsync<PasswordPage>(seat, sent, missing)
                : await FormAnswer.AskAgainAsync<StartPage>(seat, sent, missing);
        }

        var post = new SurveyPost(
            seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, ProofDesk.CredentialOf(seat, sent), sent.Answers, nonce,
            ClientAddress.Of(context));
        return await posting.PostAsync(post, cancellationToken) switch
        {
            { Refusal: { Faults.IsEmpty: false } refusal } => await FormAnswer.RefuseAsync(
                seat, sent, FormPlace.Whole, SurveyFaults.Of(seat, refusal), ProblemResult.StatusFor(refusal.Kind)),
            { Refusal: { } refusal } => await FormAnswer.RefuseProofAsync(context, seat, sent, refusal),
            _ => FormAnswer.Thanks(context, seat),
        };
    }
}
