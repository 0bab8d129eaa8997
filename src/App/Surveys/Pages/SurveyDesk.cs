using System.Collections.Immutable;
using Ita.App.Web;
using Ita.Domain.Responses;
using Microsoft.AspNetCore.Components;

namespace Ita.App.Surveys.Pages;

/// <summary>Takes in what comes from a form, and gives the page that follows.</summary>
internal sealed class SurveyDesk(
    SurveyRegistry registry, SecretTable secrets, SurveyPosting posting, PasswordIssuing passwords, FormTokens tokens)
{
    public async Task<FoundSeat> OpenAsync(int year, string agency, string path, CancellationToken stop)
    {
        if (SurveyForms.Find(year, path, null) is not { } form || await registry.FindAsync(form.Framework.Year, agency, stop) is not { } survey)
        {
            return new(null, null);
        }

        return survey.Phase == SurveyPhase.Open && await secrets.FindAsync(form.Framework.Year, agency, stop) is { Respondents: { } key }
            ? new(new(survey, form, path.ToLowerInvariant(), key, tokens), null)
            : new(null, new(survey, form));
    }

    /// <summary>One sheet: the thanks, or the form with what is wrong with it.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, SurveySeat seat, CancellationToken stop)
    {
        var (sent, unread) = await SentForm.ReadAsync(context.Request, stop);
        if (sent is null)
        {
            return unread;
        }

        var (state, nonce) = tokens.Read(seat.Key, seat.Form.Code, sent.Token);
        if (state != FormTokenState.Good)
        {
            return await ExpiredAsync<SurveyPage>(seat, sent);
        }

        if (SurveyFaults.Missing(seat, sent) is { Length: > 0 } missing)
        {
            return await AgainAsync<SurveyPage>(seat, sent, [.. missing, .. SurveyFaults.Of(seat.Form, PostedSheet.Read(seat.Form, sent.Answers).Problems)]);
        }

        var post = new SurveyPost(
            seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, CredentialOf(seat, sent), sent.Answers, nonce, ClientAddress.Of(context));
        return await posting.PostAsync(post, stop) is PostOutcome.Refused { Refusal: var refusal }
            ? await RefusedAsync<SurveyPage>(context, seat, sent, refusal)
            : PageAnswer.SeeOther(context, SurveyView.AddressOf(seat.Form.Framework.Year.BuddhistEra, seat.Survey.Agency.Code, seat.Path) + "/thanks");
    }

    /// <summary>Sends a one-time password and gives the form to use it on; asked for again from the form, with the answers kept.</summary>
    public async Task<IResult> SendPasswordAsync(HttpContext context, SurveySeat seat, CancellationToken stop)
    {
        var (sent, unread) = await SentForm.ReadAsync(context.Request, stop);
        if (sent is null)
        {
            return unread;
        }

        var isAgain = sent[SentForm.PasswordField] is not null;
        if (tokens.Read(seat.Key, seat.Form.Code, sent.Token).State != FormTokenState.Good)
        {
            return isAgain ? await ExpiredAsync<SurveyPage>(seat, sent) : await ExpiredAsync<SubjectPage>(seat, sent);
        }

        var request = new OtpRequest(seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form, sent[SentForm.SubjectField], ClientAddress.Of(context));
        return (await passwords.IssueAsync(request, stop), isAgain) switch
        {
            (OtpOutcome.Sent password, true) => await PageAnswer.OfAsync<SurveyPage>(
                seat.Again(sent.Without(SentForm.PasswordField), sent.Token!, []) with { Password = password }),
            // A new token: how fast somebody answers counts from when the questions are shown.
            (OtpOutcome.Sent password, false) => await PageAnswer.OfAsync<SurveyPage>(seat.Again(sent, seat.NewToken(), []) with { Password = password }),
            (OtpOutcome.Refused refused, true) => await RefusedAsync<SurveyPage>(context, seat, sent, refused.Refusal),
            (OtpOutcome.Refused refused, false) => await RefusedAsync<SubjectPage>(context, seat, sent, refused.Refusal),
            var (other, _) => throw new InvalidOperationException($"No page for {other.GetType().Name}."),
        };
    }

    private static Credential CredentialOf(SurveySeat seat, SentForm sent) => seat.NeedsPassword
        ? new Credential.Password(sent[SentForm.SubjectField] ?? "", sent[SentForm.PasswordField] ?? "")
        : new Credential.Code(sent[SentForm.CodeField] ?? "");

    private static Task<IResult> RefusedAsync<TPage>(HttpContext context, SurveySeat seat, SentForm sent, Refusal refusal)
        where TPage : IComponent
    {
        context.Response.Headers.RetryAfter = refusal.RetryAfter;
        return SurveyFaults.IsClosing(refusal)
            ? ClosedAsync(new(seat.Survey, seat.Form))
            : AgainAsync<TPage>(seat, sent, SurveyFaults.Of(seat.Form, refusal), refusal.Status);
    }

    private static Task<IResult> AgainAsync<TPage>(
        SurveySeat seat, SentForm sent, ImmutableArray<FieldFault> faults, int status = StatusCodes.Status400BadRequest)
        where TPage : IComponent => PageAnswer.OfAsync<TPage>(seat.Again(sent, sent.Token!, faults), status);

    private static Task<IResult> ExpiredAsync<TPage>(SurveySeat seat, SentForm sent)
        where TPage : IComponent => PageAnswer.OfAsync<TPage>(
            seat.Again(sent, seat.NewToken(), []) with { Notice = "แบบฟอร์มหน้านี้เปิดไว้นานเกินไปจึงหมดอายุ คำตอบยังอยู่ครบ โปรดตรวจทานแล้วกดส่งอีกครั้ง" },
            StatusCodes.Status400BadRequest);

    /// <summary>The page of a survey that takes nothing today.</summary>
    public static Task<IResult> ClosedAsync(SurveyNote note) => PageAnswer.OfAsync<ClosedPage>(note, StatusCodes.Status409Conflict);
}
