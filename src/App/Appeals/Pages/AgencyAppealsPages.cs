using Ita.App.Web.Forms;
using Ita.Domain.Appeals;
using Ita.Domain.Improvement;

namespace Ita.App.Appeals.Pages;

/// <summary>GET appeals/{year}/{agency}?done=, POST for a new comment, and POST …/{number}/withdraw and …/{number}/answer.</summary>
internal static class AgencyAppealsPages
{
    private const string Path = "/appeals/{year:int}/{agency}";
    private const string Accept = "accept";

    private static readonly Dictionary<string, string> DoneTexts = new(StringComparer.Ordinal)
    {
        ["sent"] = "ส่งความเห็นแล้ว",
        ["withdrawn"] = "ถอนความเห็นแล้ว",
        ["answered"] = "บันทึกคำตอบแล้ว",
    };

    public static void MapAgencyAppealsPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, ShowAsync).Needs(Right.OwnAgency);
        pages.MapPost(Path, CommentAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapPost($"{Path}/{{number:int}}/withdraw", WithdrawAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapPost($"{Path}/{{number:int}}/answer", AnswerAsync).Needs(Right.AnyAgency).DisableAntiforgery();
    }

    private static async Task<IResult> ShowAsync(
        HttpContext context, int year, string agency, string? done, AgencyAppeals views, CancellationToken cancellationToken) =>
        await views.FindAsync(FiscalYear.FromBuddhistEra(year), agency, context.Holder(), cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<AgencyAppealsPage>(view with { Done = DoneTexts.GetValueOrDefault(done ?? "") })
            : Refusal.NotFound().ToResult();

    private static async Task<IResult> CommentAsync(
        HttpContext context, int year, string agency, AppealActs acts, AgencyAppeals views, CancellationToken cancellationToken)
    {
        var posted = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (posted.IsRefused)
        {
            return posted.Refusal.ToResult();
        }

        var form = posted.Value;
        var typed = new CommentFields([.. form["items"].OfType<string>()], form["comment"], form["evidence"]);
        var refusal = TextRefusal(typed.Comment, "comment") ?? TextRefusal(typed.Evidence?.ReplaceLineEndings(" "), "urls");
        if (refusal is null)
        {
            var sent = new SentComment(typed.Items, typed.Comment ?? "", [.. LinksIn(typed.Evidence)]);
            refusal = (await acts.SubmitAsync(FiscalYear.FromBuddhistEra(year), agency, sent, context.Holder(), cancellationToken)).Refusal;
        }

        return await FinishAsync(context, year, agency, "sent", refusal, view => view with { Typed = typed }, CommentTexts, views, cancellationToken);
    }

    private static async Task<IResult> WithdrawAsync(
        HttpContext context, int year, string agency, int number, AppealActs acts, AgencyAppeals views, CancellationToken cancellationToken)
    {
        var done = await acts.WithdrawAsync(FiscalYear.FromBuddhistEra(year), agency, number, context.Holder(), cancellationToken);
        return await FinishAsync(context, year, agency, "withdrawn", done.Refusal, view => view, CommentTexts, views, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, int year, string agency, int number, AppealActs acts, AgencyAppeals views, CancellationToken cancellationToken)
    {
        var posted = await FormPost.ReadFormAsync(context.Request, cancellationToken);
        if (posted.IsRefused)
        {
            return posted.Refusal.ToResult();
        }

        var (form, known) = (posted.Value, FiscalYear.FromBuddhistEra(year));
        var typed = new AnswerFields(
            number, form["decision"], form["answer"],
            form.Where(field => field.Key.StartsWith("score-", StringComparison.Ordinal))
                .ToImmutableDictionary(field => field.Key, field => field.Value.ToString().Trim()));
        var fields = (await views.FindAsync(known, agency, context.Holder(), cancellationToken))?.Comments
            .FirstOrDefault(one => one.Comment.Number == number)?.Scores ?? [];
        var wrong = fields.FirstOrDefault(field => typed.Scores.GetValueOrDefault(field.Field) is { Length: > 0 } text && ScoreIn(text) is null);
        var refusal = wrong is not null
            ? Refusal.Invalid("appeal-invalid").Because(
                new Problem("appeal-score-unreadable", Severity.Error, Column: wrong.Field, Value: wrong.Item))
            : TextRefusal(typed.Answer, $"answer-{number}", "answer");
        if (refusal is null)
        {
            ImmutableArray<ChangedScore> scores = [.. fields
                .Select(field => (field.Item, Score: ScoreIn(typed.Scores.GetValueOrDefault(field.Field) ?? "")))
                .Where(one => one.Score is not null).Select(one => new ChangedScore(one.Item, one.Score!.Value))];
            var sent = new SentAnswer(typed.Decision == Accept, typed.Answer ?? "", scores);
            refusal = (await acts.AnswerAsync(known, agency, number, sent, context.Holder(), cancellationToken)).Refusal;
        }

        return await FinishAsync(
            context, year, agency, "answered", refusal, view => view with { Answered = typed }, AnswerColumns(number), views, cancellationToken);
    }

    // Redirects, or shows the page again with what was typed and why it was refused.
    private static async Task<IResult> FinishAsync(
        HttpContext context, int year, string agency, string done, Refusal? refusal, Func<AgencyAppealsView, AgencyAppealsView> typed,
        IReadOnlyDictionary<string, string> columns, AgencyAppeals views, CancellationToken cancellationToken)
    {
        if (refusal is null)
        {
            return PageAnswer.SeeOther(context, $"{AppealAddress.Of(year, agency)}?done={done}");
        }

        ImmutableArray<FieldFault> faults =
            [.. FieldFaults.Of(refusal).Select(fault => fault with { Field = columns.GetValueOrDefault(fault.Field, fault.Field) })];
        return await views.FindAsync(FiscalYear.FromBuddhistEra(year), agency, context.Holder(), cancellationToken) is { } view
            ? await PageAnswer.RenderAsync<AgencyAppealsPage>(typed(view) with { Faults = faults }, ProblemResult.StatusFor(refusal.Kind))
            : refusal.ToResult();
    }

    // The id of the field of each member that a problem names.
    private static readonly Dictionary<string, string> CommentTexts = new(StringComparer.Ordinal) { ["reason"] = "comment", ["urls"] = "evidence" };

    private static Dictionary<string, string> AnswerColumns(int number) => new(StringComparer.Ordinal)
    {
        ["reason"] = FormattableString.Invariant($"answer-{number}"),
        ["scores"] = FormattableString.Invariant($"decision-{number}"),
    };

    private static Refusal? TextRefusal(string? text, string field, string? member = null) =>
        BodyText.FindProblem(text ?? "", member ?? field, field) is { } problem ? Refusal.Invalid("appeal-invalid").Because(problem) : null;

    private static IEnumerable<EvidenceLink> LinksIn(string? lines) =>
        (lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => new EvidenceLink(line));

    private static decimal? ScoreIn(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score) ? score : null;
}
