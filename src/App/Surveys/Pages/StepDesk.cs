namespace Ita.App.Surveys.Pages;

/// <summary>Moves between the pages of a form. The answers are in the pages only: each post has all of them, and they are checked each time as
/// they are when they are sent.</summary>
internal sealed class StepDesk(SurveyPosting posting)
{
    public async Task<IResult> MoveAsync(HttpContext context, SurveySeat seat, SentForm sent, CancellationToken cancellationToken)
    {
        var at = FormPlace.Read(seat.Form, sent[SentForm.AtField]);
        var (state, nonce) = seat.ReadToken(sent);
        if (state != FormTokenState.Good)
        {
            return await FormAnswer.ExpiredAsync(seat, sent, at);
        }

        if (seat.NeedsPassword && SurveyPass.Read(seat.Key, seat.Form.Code, nonce, sent[SentForm.PassField]) is null)
        {
            return await FormAnswer.ExpiredAsync(seat, sent, at);
        }

        // A page of a form that was sent can be posted once more from the history of the browser. Its answers are not shown again.
        var row = SheetKeys.RowOf(seat.Key, seat.Form.Code, nonce!);
        return await posting.IsStoredAsync(seat.Form.Framework.Year, seat.Survey.Agency.Code, seat.Form.Code, row, cancellationToken)
            ? FormAnswer.Thanks(context, seat)
            : await MoveAsync(context, seat, sent, at);
    }

    private static Task<IResult> MoveAsync(HttpContext context, SurveySeat seat, SentForm sent, FormPlace at)
    {
        if (SurveyFaults.Answers(seat.Form, sent, wrongOnly: true) is { Length: > 0 } wrong)
        {
            return FormAnswer.RefuseAsync(seat, sent, PlaceOf(seat, at, wrong), SurveyFaults.Of(seat, wrong));
        }

        var next = at.After(seat.Form, sent[SentForm.GoField]);
        var asked = next.IsCheck ? seat.Form.Questions : sent[SentForm.GoField] is null or FormPlace.NextButton ? at.Questions(seat.Form) : [];
        var needed = asked.Select(question => question.Code).ToHashSet();
        var missing = SurveyFaults.Answers(seat.Form, sent).Where(problem => needed.Contains(problem.Column!)).ToImmutableArray();
        if (missing.IsEmpty)
        {
            return FormAnswer.ShowAsync(context, seat, sent, next);
        }

        var place = PlaceOf(seat, at, missing);
        var shown = place.Questions(seat.Form).Select(question => question.Code).ToList();
        return FormAnswer.RefuseAsync(seat, sent, place, SurveyFaults.Of(seat, missing.Where(problem => shown.Contains(problem.Column!))));
    }

    // All questions on one page have all faults; otherwise the first fault decides which step is shown.
    private static FormPlace PlaceOf(SurveySeat seat, FormPlace at, ImmutableArray<Problem> faults) =>
        at == FormPlace.Whole || seat.Form.Find(faults[0].Column ?? "") is not { } question ? at : new(FormStep.Asking(seat.Form, question));
}
