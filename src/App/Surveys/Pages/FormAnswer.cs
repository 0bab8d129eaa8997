using Microsoft.AspNetCore.Components;

namespace Ita.App.Surveys.Pages;

/// <summary>The pages of a form as answers to a post.</summary>
internal static class FormAnswer
{
    // The page may be shown again by the browser's Back without asking for it: without this header, browsers warn that the form would be sent
    // again, and lose what was chosen (docs/decisions/0053).
    private const string ShownAgain = "private, no-cache";

    // Removes the pages of the form from the device.
    private const string Forgotten = "\"cache\"";

    /// <summary>The questions of a place, or the answers before they are sent.</summary>
    public static Task<IResult> ShowAsync(HttpContext context, SurveySeat seat, SentForm sent, FormPlace place)
    {
        context.Response.Headers.CacheControl = ShownAgain;
        return RenderAsync(ViewOf(seat, sent, place, []), place, StatusCodes.Status200OK);
    }

    /// <summary>The same place with what must be corrected.</summary>
    public static Task<IResult> RefuseAsync(
        SurveySeat seat, SentForm sent, FormPlace place, ImmutableArray<FieldFault> faults, int status = StatusCodes.Status400BadRequest) =>
        RenderAsync(ViewOf(seat, sent, place, faults), place, status);

    /// <summary>A page that was open for too long, with a new token. Without a code, the number is confirmed again.</summary>
    public static Task<IResult> ExpiredAsync(SurveySeat seat, SentForm sent, FormPlace place)
    {
        var again = sent.With(SentForm.TokenField, seat.NewToken());
        return seat.NeedsPassword
            ? PageAnswer.RenderAsync<SubjectPage>(
                ViewOf(seat, again, null, []) with { Notice = seat.Texts["expired-proof"] }, StatusCodes.Status400BadRequest)
            : RenderAsync(ViewOf(seat, again, place, []) with { Notice = seat.Texts["expired"] }, place, StatusCodes.Status400BadRequest);
    }

    /// <summary>A page before the form again, with the faults of its field.</summary>
    public static Task<IResult> AskAgainAsync<TPage>(
        SurveySeat seat, SentForm sent, ImmutableArray<FieldFault> faults, int status = StatusCodes.Status400BadRequest)
        where TPage : IComponent => PageAnswer.RenderAsync<TPage>(ViewOf(seat, sent, null, faults), status);

    /// <summary>What a refused credential leads to: the page that asks for it, or one that says why it is not needed.</summary>
    public static Task<IResult> RefuseProofAsync(HttpContext context, SurveySeat seat, SentForm sent, Refusal refusal)
    {
        refusal.ToResult().SetHeaders(context.Response);
        var (note, status) = (new SurveyNote(seat.Survey, seat.Form, seat.Path, seat.Texts), ProblemResult.StatusFor(refusal.Kind));
        var faults = SurveyFaults.Of(seat, refusal);
        return refusal switch
        {
            _ when SurveyFaults.IsClosing(refusal) => ClosedAsync(note),
            _ when SurveyFaults.IsAnswered(refusal) => PageAnswer.RenderAsync<AnsweredPage>(note, status),
            _ when !seat.NeedsPassword => AskAgainAsync<StartPage>(seat, sent, faults, status),
            _ when sent[SentForm.SubjectField] is null => AskAgainAsync<SubjectPage>(seat, sent, faults, status),
            _ => AskAgainAsync<PasswordPage>(seat, sent, faults, status),
        };
    }

    /// <summary>The end of a visit.</summary>
    public static IResult Thanks(HttpContext context, SurveySeat seat)
    {
        context.Response.Headers["Clear-Site-Data"] = Forgotten;
        return PageAnswer.SeeOther(context, $"{seat.Address}/thanks{seat.Texts.Query}");
    }

    /// <summary>The page of a survey that accepts no sheets today.</summary>
    public static Task<IResult> ClosedAsync(SurveyNote note) => PageAnswer.RenderAsync<ClosedPage>(note, StatusCodes.Status409Conflict);

    /// <summary>The page for a post that is not worked on now. It holds what was posted and posts it once more.</summary>
    public static Task<IResult> BusyAsync(HttpContext context, QuestionList form, SentForm sent)
    {
        SheetGate.Busy.ToResult().SetHeaders(context.Response);
        var (request, seconds) = (context.Request, SheetGate.Busy.RetryAfter!);
        var view = new BusyView(form, sent.Of(form).Fields, request.Path + request.QueryString, seconds, SurveyTexts.Read(request));
        return PageAnswer.RenderAsync<BusyPage>(view, ProblemResult.StatusFor(SheetGate.Busy.Kind));
    }

    private static SurveyView ViewOf(SurveySeat seat, SentForm sent, FormPlace? place, ImmutableArray<FieldFault> faults) =>
        seat.Again(sent, sent.Token ?? seat.NewToken(), faults) with { Step = place?.Step };

    private static Task<IResult> RenderAsync(SurveyView view, FormPlace place, int status) => place switch
    {
        { IsCheck: true } => PageAnswer.RenderAsync<CheckPage>(view, status),
        { Step: null } => PageAnswer.RenderAsync<WholePage>(view, status),
        _ => PageAnswer.RenderAsync<StepPage>(view, status),
    };
}
