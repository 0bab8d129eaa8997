using Ita.App.Web.Forms;
using Ita.Domain.Appeals;

namespace Ita.App.Appeals.Pages;

/// <summary>Reads what the page of an agency's comments shows.</summary>
internal sealed class AgencyAppeals(AppealTable appeals, ResultTable results, StoredResults stored, TimeProvider clock)
{
    /// <summary>Null when the agency has no result in that year.</summary>
    public async Task<AgencyAppealsView?> FindAsync(FiscalYear year, string agency, KeyHolder holder, CancellationToken cancellationToken)
    {
        if (await results.FindAsync(year, agency, cancellationToken) is not { } row
            || await stored.ReadAsync(row, cancellationToken) is not { } now)
        {
            return null;
        }

        var window = (await appeals.FindWindowAsync(year, cancellationToken))?.Window;
        var situation = new AppealSituation(window, ThaiClock.Today(clock), row.State == StoredResult.Published);
        var role = holder.Scope.ToRole();
        var comments = await appeals.ListAsync(year, agency, cancellationToken);
        var nodes = now.Result.Total.SelfAndBelow().Where(node => node.Level == Level.Item).ToLookup(node => node.Key.Code);
        return new(
            year.BuddhistEra,
            agency,
            row.Name,
            window,
            situation.Today,
            [.. comments.Select(one => ViewOf(one.Comment, role, situation, nodes)).Reverse()],
            [.. now.Framework.Items.Select(item => new ItemChoice(item.Code, item.Text, nodes[item.Code].FirstOrDefault()?.Shown))],
            CommentMoves.Next(null, CommentAct.Submit, role, situation).Problem is null,
            CommentFields.Empty,
            null,
            [],
            null);
    }

    private static CommentView ViewOf(AppealComment comment, AppealRole role, AppealSituation situation, ILookup<string, ScoreNode> nodes)
    {
        var mayAnswer = May(CommentAct.Decline);
        return new(
            comment,
            May(CommentAct.Withdraw),
            mayAnswer,
            mayAnswer
                ? [.. comment.Items.SelectMany(item => nodes[item]).Select((node, place) => new ScoreField(
                    string.Create(CultureInfo.InvariantCulture, $"score-{comment.Number}-{place}"), node.Key.ToString(), node.Shown))]
                : []);

        bool May(CommentAct act) => CommentMoves.Next(comment.State, act, role, situation).Problem is null;
    }
}
