using Microsoft.AspNetCore.Components;

namespace Ita.App.Surveys.Pages;

/// <summary>Processes the posted forms of a survey and returns the next page.</summary>
internal sealed class SurveyDesk(
    SurveyRegistry registry, SecretTable secrets, SurveyPosting posting, PasswordIssuing passwords, IOtpSender sender, FormTokens tokens)
{
    public async Task<FoundSeat> OpenAsync(int year, string agency, string path, CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(year, path, null) is not { } form
            || await registry.FindAsync(form.Framework.Year, agency, cancellationToken) is not { } survey)
        {
            return new(null, null);
        }

        return survey.Phase == SurveyPhase.Open && await secrets.FindAsync(form.Framework.Year, agency, cancellationToken) is { Respondents: { } key }
            ? new(new(survey, form, path.ToLowerInvariant(), key, tokens, sender.Ways), null)
            : new(null, new(survey, form));
    }

    /// <summary>Stores a sheet; returns the thanks page, or the form with its faults.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, SurveySeat seat, CancellationToken cancellationToken)
    {
        var read = await SentForm.ReadAsync(context.Request, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        var sent = read.Value;
        var (state, nonce) = tokens.Read(seat.Key, seat.Form.Code, sent.Token);
        if (state != FormTokenState.Good)
        {
            return await ExpiredAsync<SurveyPage>(seat, sent);
        }

        if (SurveyFaults.Missing(seat, sent) is { Length: > 0 } missing)
        {
            return await AgainAsync<SurveyPage>(
                seat, sent, [.. missing, .. SurveyFaults.Of(seat.Form, PostedSheet.Read(seat.Form, sent.Answers).Problems)]);
        }

        var post = new SurveyPost(
            seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, CredentialOf(seat, sent), sent.Answers, nonce, ClientAddress.Of(context));
        return await posting.PostAsync(post, cancellationToken) is { Refusal: { } refusal }
            ? await RefusedAsync<SurveyPage>(context, seat, sent, refusal)
            : PageAnswer.SeeOther(
                context, SurveyView.AddressOf(seat.Form.Framework.Year.BuddhistEra, seat.Survey.Agency.Code, seat.Path) + "/thanks");
    }

    /// <summary>Sends a one-time password and returns the form to enter it in. Answers already given are kept.</summary>
    public async Task<IResult> SendPasswordAsync(HttpContext context, SurveySeat seat, CancellationToken cancellationToken)
    {
        var read = await SentForm.ReadAsync(context.Request, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        var sent = read.Value;
        var isAgain = sent[SentForm.PasswordField] is not null;
        if (tokens.Read(seat.Key, seat.Form.Code, sent.Token).State != FormTokenState.Good)
        {
            return isAgain ? await ExpiredAsync<SurveyPage>(seat, sent) : await ExpiredAsync<SubjectPage>(seat, sent);
        }

        var request =
            new OtpRequest(seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, sent[SentForm.SubjectField], ClientAddress.Of(context));
        var issued = await passwords.IssueAsync(request, cancellationToken);
        if (issued.IsRefused)
        {
            return isAgain
                ? await RefusedAsync<SurveyPage>(context, seat, sent, issued.Refusal)
                : await RefusedAsync<SubjectPage>(context, seat, sent, issued.Refusal);
        }

        // The first request gets a new token, because the time to answer is measured from when the questions are
        // shown.
        var form = isAgain ? seat.Again(sent.Without(SentForm.PasswordField), sent.Token!, []) : seat.Again(sent, seat.NewToken(), []);
        return await PageAnswer.RenderAsync<SurveyPage>(form with { Password = issued.Value });
    }

    private static Credential CredentialOf(SurveySeat seat, SentForm sent) => seat.NeedsPassword
        ? new Credential.Password(sent[SentForm.SubjectField] ?? "", sent[SentForm.PasswordField] ?? "")
        : new Credential.Code(sent[SentForm.CodeField] ?? "");

    private static Task<IResult> RefusedAsync<TPage>(HttpContext context, SurveySeat seat, SentForm sent, Refusal refusal)
        where TPage : IComponent
    {
        refusal.ToResult().SetHeaders(context.Response);
        return SurveyFaults.IsClosing(refusal)
            ? ClosedAsync(new(seat.Survey, seat.Form))
            : AgainAsync<TPage>(seat, sent, SurveyFaults.Of(seat.Form, refusal), ProblemResult.StatusFor(refusal.Kind));
    }

    private static Task<IResult> AgainAsync<TPage>(
        SurveySeat seat, SentForm sent, ImmutableArray<FieldFault> faults, int status = StatusCodes.Status400BadRequest)
        where TPage : IComponent => PageAnswer.RenderAsync<TPage>(seat.Again(sent, sent.Token!, faults), status);

    private static Task<IResult> ExpiredAsync<TPage>(SurveySeat seat, SentForm sent)
        where TPage : IComponent => PageAnswer.RenderAsync<TPage>(
            seat.Again(sent, seat.NewToken(), []) with { Notice = "แบบฟอร์มหน้านี้เปิดไว้นานเกินไปจึงหมดอายุ คำตอบยังอยู่ครบ โปรดตรวจทานแล้วกดส่งอีกครั้ง" },
            StatusCodes.Status400BadRequest);

    /// <summary>The page of a survey that accepts no sheets today.</summary>
    public static Task<IResult> ClosedAsync(SurveyNote note) => PageAnswer.RenderAsync<ClosedPage>(note, StatusCodes.Status409Conflict);
}
