using System.Collections.Immutable;
using Ita.Domain.Findings;
using Ita.Domain.Frameworks;

namespace Ita.Domain.Scoring;

/// <summary>From a sheet of stated scores to the whole result of one agency: every level, its rating and its contradictions.</summary>
public static class AgencyScorer
{
    /// <summary>Version of the rules in code; a result names it together with the version of the framework's data.</summary>
    private const string RulesVersion = "rules.1";

    /// <exception cref="ArgumentException">Sheet, agency and framework are not of the same year and agency: a bug of the caller.</exception>
    public static AgencyResult Score(Framework framework, ScoreSheet sheet, Agency agency)
    {
        if (sheet.Year != framework.Year || agency.Year != framework.Year || sheet.AgencyCode != agency.Code)
        {
            throw new ArgumentException(
                $"Sheet of {sheet.AgencyCode} {sheet.Year}, agency {agency.Code} {agency.Year} and framework {framework.Year} do not belong together.");
        }

        var context = new ScoringContext(framework, sheet, agency);
        ImmutableArray<ScoreNode> instruments = [.. framework.Instruments.Select(instrument => InstrumentScores.Of(context, instrument))];
        var total = TotalScore.Of(context, instruments);
        var rating = PublishedRating.Checked(context, RatingRule.Of(framework.Rating, total.Shown, instruments), total, instruments);
        MeanPossible.Check(context);
        IndicatorNames.Check(context);
        ItemTexts.Check(context);
        return new(agency, $"{framework.Version}+{RulesVersion}", total, rating, [.. context.Findings]);
    }
}
