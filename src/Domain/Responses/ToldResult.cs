using System.Collections.Immutable;
using System.Globalization;
using Ita.Domain.Scoring;

namespace Ita.Domain.Responses;

/// <summary>A result as it may be told to anybody: without the figures of fewer than k people, and without those that give these away.</summary>
public static class ToldResult
{
    /// <returns>The same result where nothing is to be held back.</returns>
    /// <remarks>The rating stands: it is a band and no figure. But when the total or an instrument is held back, the figures in its reason are too.</remarks>
    public static AgencyResult Of(AgencyResult result, int fewestPeople = Suppression.FewestPeople)
    {
        var figures = ResultFigures.Of(result).ToDictionary(figure => figure.Name);
        var hidden = Suppression.Of(figures.Values, [.. ResultFigures.Relations(result)], fewestPeople);
        return hidden.IsEmpty ? result : result with
        {
            Total = Told(result.Total, name => !hidden.Contains(name) ? null : ReasonOf(figures[name], fewestPeople)),
            Rating = result.Instruments.Append(result.Total).Any(node => hidden.Contains(ResultFigures.NameOf(node))) ? Bare(result.Rating) : result.Rating,
            Findings = [.. result.Findings.Where(finding => !hidden.Contains(finding.Where))],
        };
    }

    private static ScoreNode Told(ScoreNode node, Func<string, Reason?> reasonOf)
    {
        node = node with
        {
            Children = [.. node.Children.Select(child => Told(child, reasonOf))],
            Parts = [.. node.Parts.Select(part => Told(part, reasonOf))],
        };
        return reasonOf(ResultFigures.NameOf(node)) is not { } reason ? node : node with
        {
            Score = null,
            Shown = null,
            Published = null,
            Respondents = null,
            Bounds = Interval.Unknown,
            Status = ScoreStatus.NotProcessed,
            Reason = reason,
        };
    }

    private static Reason ReasonOf(Aggregate figure, int fewestPeople) => figure.People < fewestPeople
        ? Reason.Of("suppressed-few", ("fewest", fewestPeople.ToString(CultureInfo.InvariantCulture)))
        : Reason.Of("suppressed-beside");

    private static RatingOutcome Bare(RatingOutcome rating) => rating switch
    {
        RatingOutcome.Decided decided => decided with { Why = Reason.Of("suppressed-rating"), Next = null },
        _ => rating with { Why = Reason.Of("suppressed-rating") },
    };
}
