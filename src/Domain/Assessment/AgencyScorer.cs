using Ita.Domain.Findings;

namespace Ita.Domain.Assessment;

/// <summary>Computes the result of one agency from its sheet of stated scores: every level, the rating and the contradictions.</summary>
public static class AgencyScorer
{
    /// <summary>Version of the rules in code; a result stores it together with the version of the framework's data.</summary>
    private const string RulesVersion = "rules.2";

    /// <exception cref="ArgumentException">Sheet, agency and framework differ in year or agency, which is a bug in the caller.</exception>
    public static AgencyResult Score(Framework framework, ScoreSheet sheet, Agency agency)
    {
        if (sheet.Year != framework.Year || agency.Year != framework.Year || sheet.AgencyCode != agency.Code)
        {
            throw new ArgumentException(
                $"Sheet of {sheet.AgencyCode} {sheet.Year}, agency {agency.Code} {agency.Year} "
                    + $"and framework {framework.Year} do not belong together.");
        }

        var context = new ScoringContext(framework, sheet, agency);
        var instruments = Checked.Join(framework.Instruments.Select(instrument => InstrumentScores.Compute(context, instrument)));
        var total = TotalScore.Compute(context, instruments);
        var rating = PublishedRating.Check(context, RatingRule.Rate(framework.Rating, total.Value), total.Value);
        return new(
            agency,
            $"{framework.Version}{FrameworkCatalogue.VersionEnd}{RulesVersion}",
            total.Value,
            rating.Value,
            [
                .. instruments.Findings,
                .. total.Findings,
                .. rating.Findings,
                .. MeanPossible.Check(context),
                .. MoreThanPopulation.Check(context, instruments.Value),
                .. AssumedRanges.Check(context, instruments.Value),
                .. IndicatorNames.Check(context),
                .. ItemTexts.Check(context),
            ]);
    }
}
