namespace Ita.Domain.Responses;

/// <summary>Finds the surveys of a result that fewer than k people changed since an earlier version.</summary>
internal static class SurveyChange
{
    /// <returns>The names of all figures of these surveys.</returns>
    public static IEnumerable<string> FindFew(EarlierFigures before, AgencyResult now, int fewestPeople) => Surveys(now)
        .Where(survey => IsFew(before, survey, fewestPeople))
        .SelectMany(survey => survey.SelfAndBelow().Select(ResultFigures.NameOf));

    // Each part of an instrument in parts asks people of its own.
    private static IEnumerable<ScoreNode> Surveys(AgencyResult result) => result.Instruments
        .SelectMany(instrument => instrument.Parts.IsEmpty ? [instrument] : instrument.Parts.AsEnumerable())
        .Where(survey => survey.SelfAndBelow().Any(node => node.Respondents > 0));

    private static bool IsFew(EarlierFigures before, ScoreNode survey, int fewestPeople) =>
        ResultFigures.ListBelow(survey)
            .Where(figure => figure.People > 0 && before.IsShown(figure.Name))
            .Any(figure => before.Find(figure.Name)!.People is > 0 and var people
                && Math.Abs(figure.People!.Value - people) is > 0 and var difference && difference < fewestPeople);
}
