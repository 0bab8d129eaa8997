using Ita.App.Telemetry;

namespace Ita.App.Surveys;

/// <summary>Stores a sheet: once, complete, and without a link to its sender. docs/decisions/0008 explains the order
/// of the writes, and the state that remains when the process ends between two of them.</summary>
public sealed class SurveyPosting(
    SurveyRegistry registry, SecretTable secrets, SheetProof proof, ResponseTable responses, SurveyWatch watch, TimeProvider clock)
{
    public async Task<Outcome<StoredPost>> PostAsync(SurveyPost post, CancellationToken cancellationToken)
    {
        var read = PostedSheet.Read(post.Form, post.Answers, MarksOf(post));
        if (read.Sheet is not { } sheet)
        {
            return Refusal.InvalidSheet(read.Problems);
        }

        if (Nonce.Read(post.Nonce) is not { } nonce)
        {
            return Refusal.Invalid("nonce-required");
        }

        var open = await FindOpenAsync(post, cancellationToken);
        return open.IsRefused
            ? open.Refusal
            : await StoreAsync(post, open.Value.Survey, sheet, new(open.Value.Secrets, post.Form.Code, nonce.Text), cancellationToken);
    }

    /// <summary>Checks a credential before the form is filled in; null when it is right and its sender has not answered.</summary>
    public async Task<Refusal?> ProveAsync(SurveyPost post, CancellationToken cancellationToken)
    {
        var open = await FindOpenAsync(post, cancellationToken);
        return open.IsRefused
            ? open.Refusal
            : await proof.ProveAsync(post, open.Value.Survey, new(open.Value.Secrets, post.Form.Code, post.Nonce ?? ""), cancellationToken);
    }

    /// <summary>True when the sheet of a form is stored.</summary>
    /// <param name="row">See <see cref="SheetKeys.RowOf"/>.</param>
    public async Task<bool> IsStoredAsync(FiscalYear year, string agency, string survey, string row, CancellationToken cancellationToken) =>
        await responses.FindAsync(year, agency, survey, row, cancellationToken) is not null;

    private async Task<Outcome<OpenSurvey>> FindOpenAsync(SurveyPost post, CancellationToken cancellationToken)
    {
        // Both are read at the same time.
        var (finding, secretsTask) =
            (registry.FindRecordAsync(post.Year, post.Agency, cancellationToken), secrets.FindAsync(post.Year, post.Agency, cancellationToken));
        var (survey, keys) = (await finding, await secretsTask);
        if (survey is null)
        {
            return Refusal.NotFound();
        }

        if (survey.State.RefusalOn(ThaiClock.Today(clock)) is { } problem)
        {
            return Refusal.Conflict(problem);
        }

        // An open survey without its key is just being closed.
        return keys is { Respondents: not null } ? new OpenSurvey(survey, keys) : Refusal.Conflict(new Problem("survey-closed", Severity.Error));
    }

    private async Task<Outcome<StoredPost>> StoreAsync(
        SurveyPost post, SurveyRecord survey, AnswerSheet sheet, SheetKeys keys, CancellationToken cancellationToken)
    {
        if (await proof.RefusalAsync(post, survey, keys, cancellationToken) is { } refusal)
        {
            // A repeated request has stored its sheet already, and its credential may no longer be valid.
            return await responses.FindAsync(post.Year, post.Agency, post.Form.Code, keys.Row, cancellationToken) is { } before
                ? Repeated(post, sheet, before)
                : refusal;
        }

        var stored = new StoredSheet(sheet.Pack(), ThaiClock.Today(clock).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var known = await responses.AddAsync(post.Year, post.Agency, post.Form.Code, keys.Row, stored, cancellationToken);
        await proof.FinishAsync(post, keys, cancellationToken);
        await watch.AfterPostAsync(survey, post.Form, cancellationToken);
        ItaTelemetry.Sheets.Add(known is null ? 1 : 0, new KeyValuePair<string, object?>("survey", post.Form.Code));
        return known is null ? new StoredPost(Receipt(post, stored), IsRepeated: false) : Repeated(post, sheet, known);
    }

    private static Outcome<StoredPost> Repeated(SurveyPost post, AnswerSheet sheet, StoredSheet known) =>
        AnswerSheet.Unpack(post.Form, known.Packed).Answers == sheet.Answers
            ? new StoredPost(Receipt(post, known), IsRepeated: true)
            : Refusal.Conflict("nonce-reused");

    private static AcceptedSheet Receipt(SurveyPost post, StoredSheet stored) =>
        new(post.Year.BuddhistEra, post.Agency, post.Form.Code, stored.Day, post.Form.Questions.Length);

    private SheetMarks MarksOf(
        SurveyPost post) => Nonce.Read(post.Nonce)?.ShownAt is { } shown && clock.GetUtcNow() - shown < ReadingTime.Least(post.Form)
        ? SheetMarks.AnsweredFast
        : SheetMarks.None;

    private sealed record OpenSurvey(SurveyRecord Survey, SurveySecrets Secrets);
}

/// <summary>The shortest time in which a form can be read.</summary>
internal static class ReadingTime
{
    private static readonly TimeSpan PerQuestion = TimeSpan.FromSeconds(2);

    public static TimeSpan Least(QuestionList form) => PerQuestion * form.Questions.Length;
}
