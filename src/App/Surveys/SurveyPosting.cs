using System.Globalization;
using Ita.App.Telemetry;
using Ita.App.Time;
using Ita.App.Web;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>
/// Takes a sheet in: once, whole, and apart from whoever sent it. The order of the writes, and what a death between two of them
/// leaves, is decision 0008.
/// </summary>
public sealed class SurveyPosting(
    SurveyRegistry registry, SecretTable secrets, SheetProof proof, ResponseTable responses, SurveyWatch watch, TimeProvider clock)
{
    public async Task<PostOutcome> PostAsync(SurveyPost post, CancellationToken stop)
    {
        var read = PostedSheet.Read(post.Form, post.Answers, MarksOf(post));
        if (read.Sheet is not { } sheet)
        {
            return new PostOutcome.Refused(Refusal.Of(read.Problems));
        }

        if (Nonce.Read(post.Nonce) is not { } nonce)
        {
            return new PostOutcome.Refused(Refusal.Of(StatusCodes.Status400BadRequest, "nonce-required"));
        }

        var (survey, key, refusal) = await OpenAsync(post, stop);
        return survey is null ? new PostOutcome.Refused(refusal!) : await StoreAsync(post, survey, sheet, new SheetKeys(key!, post.Form.Code, nonce.Text), stop);
    }

    private async Task<(SurveyRecord? Survey, SurveySecrets? Secrets, Refusal? Refusal)> OpenAsync(SurveyPost post, CancellationToken stop)
    {
        var (finding, kept) = (registry.RecordAsync(post.Year, post.Agency, stop), secrets.FindAsync(post.Year, post.Agency, stop));
        if (await finding is not { } survey)
        {
            await kept;
            return (null, null, Refusal.Of(StatusCodes.Status404NotFound, "not-found"));
        }

        if (survey.State.RefusalOn(ThaiClock.Today(clock)) is { } problem)
        {
            await kept;
            return (null, null, Refusal.Conflict(problem));
        }

        // Open, and yet its key is gone: it is being closed at this moment.
        return await kept is { Respondents: not null } keys
            ? (survey, keys, null)
            : (null, null, Refusal.Conflict(new("survey-closed", Domain.Severity.Error)));
    }

    private async Task<PostOutcome> StoreAsync(SurveyPost post, SurveyRecord survey, AnswerSheet sheet, SheetKeys keys, CancellationToken stop)
    {
        if (await proof.RefusalAsync(post, survey, keys, stop) is { } refusal)
        {
            // A post that comes again has its sheet already, and what proved it may be worth nothing by now.
            return await responses.FindAsync(post.Year, post.Agency, post.Form.Code, keys.Row, stop) is { } before
                ? Again(post, sheet, before)
                : new PostOutcome.Refused(refusal);
        }

        var stored = new StoredSheet(sheet.Pack(), ThaiClock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var known = await responses.AddAsync(post.Year, post.Agency, post.Form.Code, keys.Row, stored, stop);
        await proof.FinishAsync(post, keys, stop);
        await watch.AfterPostAsync(survey, post.Form, stop);
        ItaTelemetry.Sheets.Add(known is null ? 1 : 0, new KeyValuePair<string, object?>("survey", post.Form.Code));
        return known is null ? new PostOutcome.Accepted(Receipt(post, stored), IsAgain: false) : Again(post, sheet, known);
    }

    private static PostOutcome Again(SurveyPost post, AnswerSheet sheet, StoredSheet known) =>
        AnswerSheet.Unpack(post.Form, known.Packed).Answers == sheet.Answers
            ? new PostOutcome.Accepted(Receipt(post, known), IsAgain: true)
            : new PostOutcome.Refused(Refusal.Of(StatusCodes.Status409Conflict, "nonce-reused"));

    private static AcceptedSheet Receipt(SurveyPost post, StoredSheet stored) =>
        new(post.Year.BuddhistEra, post.Agency, post.Form.Code, stored.Day, post.Form.Questions.Length);

    private SheetMarks MarksOf(SurveyPost post) => Nonce.Read(post.Nonce)?.ShownAt is { } shown && clock.GetUtcNow() - shown < ReadingTime.Least(post.Form)
        ? SheetMarks.AnsweredFast
        : SheetMarks.None;
}

/// <summary>How long it takes to read a form.</summary>
internal static class ReadingTime
{
    private static readonly TimeSpan AQuestion = TimeSpan.FromSeconds(2);

    /// <summary>Nobody reads all its questions sooner.</summary>
    public static TimeSpan Least(QuestionList form) => AQuestion * form.Questions.Length;
}
