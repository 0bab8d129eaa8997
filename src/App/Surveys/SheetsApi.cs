using Ita.App.Access;
using Ita.App.Web;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>POST surveys/{year}/{agency}/{iit or eit}/responses, …/otp, …/code: what respondents, and those who ask them, send.</summary>
internal static class SheetsApi
{
    private const string Repeat = "Idempotency-Key";

    public static void MapSheets(this RouteGroupBuilder api)
    {
        var survey = api.MapGroup("/surveys/{year:int}/{agency}/{instrument}");
        survey.MapPost("/code", CodeAsync).Needs(Right.OwnAgency);
        survey.MapPost("/otp", PasswordAsync).Needs(Right.Anyone);
        survey.MapPost("/responses", SheetAsync).Needs(Right.Anyone);
    }

    private static async Task<IResult> CodeAsync(
        HttpContext context, int year, string agency, string instrument, CodeIssuing codes, CancellationToken stop)
    {
        if (SurveyForms.Find(year, instrument, null) is not { } form || SurveyForms.AccessTo(form) != SheetAccess.Code)
        {
            return ApiProblem.NotFound();
        }

        var (code, refusal) = await codes.IssueAsync(form.Framework.Year, agency, context.Holder().Id, stop);
        return code is null
            ? ApiProblem.Of(refusal!)
            : TypedResults.Json(new { fiscalYear = form.Framework.Year, agencyCode = agency, survey = form.Code, code }, ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> PasswordAsync(
        HttpContext context, int year, string agency, string instrument, PasswordIssuing passwords, CancellationToken stop)
    {
        if (SurveyForms.Find(year, instrument, null) is not { } form)
        {
            return ApiProblem.NotFound();
        }

        var (fields, refusal) = await PostedFields.ReadAsync(context.Request, stop);
        if (fields is null)
        {
            return refusal;
        }

        var asked = new OtpRequest(form.Framework.Year, agency, form, Subject(fields), ClientAddress.Of(context));
        return await passwords.IssueAsync(asked, stop) switch
        {
            OtpOutcome.Sent sent => TypedResults.Json(
                new { channel = Names.Of(sent.Channel), sent.ExpiresAt, otp = sent.Shown }, ApiJson.Options, statusCode: StatusCodes.Status202Accepted),
            OtpOutcome.Refused refused => Refused(context, refused.Refusal),
            _ => throw new InvalidOperationException("No such outcome."),
        };
    }

    private static async Task<IResult> SheetAsync(
        HttpContext context, int year, string agency, string instrument, int? part, SurveyPosting posting, Callers callers, CancellationToken stop)
    {
        if (SurveyForms.Find(year, instrument, part) is not { } form)
        {
            return ApiProblem.NotFound();
        }

        var (fields, refusal) = await PostedFields.ReadAsync(context.Request, stop);
        if (fields is null)
        {
            return refusal;
        }

        var (credential, unproved) = await CredentialAsync(context, form, fields, callers);
        if (credential is null)
        {
            return unproved;
        }

        var nonce = fields.Take("nonce");
        var post = new SurveyPost(
            form.Framework.Year, agency, form, credential, fields, context.Request.Headers[Repeat].FirstOrDefault() ?? nonce, ClientAddress.Of(context));
        return await posting.PostAsync(post, stop) switch
        {
            PostOutcome.Accepted accepted => TypedResults.Json(
                accepted.Sheet, ApiJson.Options, statusCode: accepted.IsAgain ? StatusCodes.Status200OK : StatusCodes.Status201Created),
            PostOutcome.Refused refused => Refused(context, refused.Refusal),
            _ => throw new InvalidOperationException("No such outcome."),
        };
    }

    // What proves the right to send a sheet is taken out of its fields, so that only answers are left to be read as answers.
    private static async Task<(Credential? Credential, IResult Refusal)> CredentialAsync(
        HttpContext context, QuestionList form, Dictionary<string, string> fields, Callers callers)
    {
        switch (SurveyForms.AccessTo(form))
        {
            case SheetAccess.Code:
                return (new Credential.Code(fields.Take("code") ?? ""), TypedResults.Empty);
            case SheetAccess.Password:
                return (new Credential.Password(Subject(fields) ?? "", fields.Take("otp") ?? ""), TypedResults.Empty);
            default:
                var (holder, refusal) = await callers.HolderAsync(context);
                return (holder is null ? null : new Credential.Key(holder), refusal);
        }
    }

    private static string? Subject(Dictionary<string, string> fields) => fields.Take("subject", "phone", "email");

    private static IResult Refused(HttpContext context, Refusal refusal)
    {
        if (refusal.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        return ApiProblem.Of(refusal);
    }
}
