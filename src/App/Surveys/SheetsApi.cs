namespace Ita.App.Surveys;

/// <summary>POST surveys/{year}/{agency}/{iit or eit}/code, …/otp, …/responses: access codes, one-time passwords and sheets.</summary>
internal static class SheetsApi
{
    private const string Repeat = "Idempotency-Key";

    public static void MapSheets(this IEndpointRouteBuilder api)
    {
        var survey = api.MapGroup("/surveys/{year:int}/{agency}/{instrument}");
        survey.MapPost("/code", IssueCodeAsync)
            .Needs(Right.OwnAgency)
            .Succeeds<IssuedCode>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status409Conflict);
        survey.MapPost("/otp", SendPasswordAsync)
            .Needs(Right.Anyone)
            .TakesBody()
            .Succeeds<SentPassword>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status429TooManyRequests);
        survey.MapPost("/responses", PostSheetAsync)
            .Needs(Right.Anyone)
            .TakesBody()
            .Succeeds<AcceptedSheet>(StatusCodes.Status201Created, StatusCodes.Status200OK)
            .Refuses(
                StatusCodes.Status401Unauthorized,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status409Conflict,
                StatusCodes.Status429TooManyRequests);
    }

    private static async Task<Answer<IssuedCode>> IssueCodeAsync(
        HttpContext context, int year, string agency, string instrument, CodeIssuing codes, FrameworkCatalogue frameworks,
        CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(frameworks, year, instrument, null) is not { } form || SurveyForms.AccessTo(form) != SheetAccess.Code)
        {
            return Refusal.NotFound();
        }

        var issued = await codes.IssueAsync(form.Framework.Year, agency, context.Holder().Id, cancellationToken);
        return issued.IsRefused
            ? issued.Refusal
            : Answer<IssuedCode>.With(new(form.Framework.Year, agency, form.Code, issued.Value), StatusCodes.Status201Created);
    }

    private static async Task<Answer<SentPassword>> SendPasswordAsync(
        HttpContext context, int year, string agency, string instrument,
        PasswordIssuing passwords, SheetGate gate, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(frameworks, year, instrument, null) is not { } form)
        {
            return SurveyForms.WhyNone(frameworks, year, instrument);
        }

        var fields = await PostedFields.ReadAsync(context.Request, cancellationToken);
        if (fields.IsRefused)
        {
            return fields.Refusal;
        }

        using var place = await gate.EnterAsync(cancellationToken);
        if (!place.IsAcquired)
        {
            return SheetGate.Busy;
        }

        var request = new OtpRequest(form.Framework.Year, agency, form, TakeSubject(fields.Value), ClientAddress.Of(context));
        var sent = await passwords.IssueAsync(request, cancellationToken);
        return sent.IsRefused
            ? sent.Refusal
            : Answer<SentPassword>.With(new(Names.Of(sent.Value.Channel), sent.Value.ExpiresAt, sent.Value.Shown), StatusCodes.Status202Accepted);
    }

    private static async Task<Answer<AcceptedSheet>> PostSheetAsync(
        HttpContext context, int year, string agency, string instrument, int? part,
        SurveyPosting posting, Callers callers, SheetGate gate, FrameworkCatalogue frameworks, CancellationToken cancellationToken)
    {
        if (SurveyForms.Find(frameworks, year, instrument, part) is not { } form)
        {
            return SurveyForms.WhyNone(frameworks, year, instrument);
        }

        var fields = await PostedFields.ReadAsync(context.Request, cancellationToken);
        if (fields.IsRefused)
        {
            return fields.Refusal;
        }

        using var place = await gate.EnterAsync(cancellationToken);
        if (!place.IsAcquired)
        {
            return SheetGate.Busy;
        }

        var credential = await TakeCredentialAsync(context, form, fields.Value, callers);
        if (credential.IsRefused)
        {
            return credential.Refusal;
        }

        var nonce = context.Request.Headers[Repeat].FirstOrDefault() ?? fields.Value.Take("nonce");
        fields.Value.Remove("nonce");
        var post = new SurveyPost(form.Framework.Year, agency, form, credential.Value, fields.Value, nonce, ClientAddress.Of(context));
        var stored = await posting.PostAsync(post, cancellationToken);
        return stored.IsRefused
            ? stored.Refusal
            : Answer<AcceptedSheet>.With(stored.Value.Sheet, stored.Value.IsRepeated ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    // The credential is removed from the fields, so that only answers are left.
    private static async Task<Outcome<Credential>> TakeCredentialAsync(
        HttpContext context, QuestionList form, Dictionary<string, string> fields, Callers callers)
    {
        switch (SurveyForms.AccessTo(form))
        {
            case SheetAccess.Code:
                return new Credential.Code(fields.Take("code") ?? "");
            case SheetAccess.Password:
                return new Credential.Password(TakeSubject(fields) ?? "", fields.Take("otp") ?? "");
            default:
                var caller = await callers.FindHolderAsync(context);
                return caller.IsRefused ? caller.Refusal : new Credential.Key(caller.Value);
        }
    }

    private static string? TakeSubject(Dictionary<string, string> fields) => fields.Take("subject", "phone", "email");

    /// <param name="Code">The code itself; it is shown in this answer only.</param>
    private sealed record IssuedCode(FiscalYear FiscalYear, string AgencyCode, string Survey, string Code);

    /// <param name="Channel">phone or email.</param>
    /// <param name="Otp">The password where <c>ITA_OTP_SHOW</c> is set; null elsewhere.</param>
    private sealed record SentPassword(string Channel, DateTimeOffset ExpiresAt, string? Otp);
}
