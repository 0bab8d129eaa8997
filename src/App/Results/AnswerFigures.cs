namespace Ita.App.Results;

/// <summary>Distinguishes figures computed from people's answers, of our own surveys or in files of answers, from stated ones.</summary>
internal static class AnswerFigures
{
    /// <param name="source">The source of a figure: the upload's id or <see cref="Origin.Survey"/>, and the place in
    /// it.</param>
    public static bool IsOfSurvey(string source) => source.StartsWith($"{Origin.Survey} ", StringComparison.Ordinal);

    /// <summary>True when any figure of a result was computed from answers.</summary>
    public static bool HasAnswers(AgencyResult result) => result.Total.SelfAndBelow().Any(node => IsOfAnswers(node.Source));

    /// <summary>The result with the numbers of people of figures computed from answers only, which alone are withheld.</summary>
    /// <param name="withFiles">False to leave out answers in files: the agency that sent a file knows its answers, so that a version made of
    /// it discloses something only when it is published.</param>
    public static AgencyResult PeopleOfAnswers(AgencyResult result, bool withFiles) =>
        result with { Total = PeopleOfAnswers(result.Total, withFiles) };

    private static ScoreNode PeopleOfAnswers(ScoreNode node, bool withFiles) => node with
    {
        Respondents = IsOfSurvey(node.Source) || (withFiles && IsOfAnswers(node.Source)) ? node.Respondents : null,
        Children = [.. node.Children.Select(child => PeopleOfAnswers(child, withFiles))],
        Parts = [.. node.Parts.Select(part => PeopleOfAnswers(part, withFiles))],
    };

    /// <summary>True for a figure computed from answers, of a survey or in a file.</summary>
    public static bool IsOfAnswers(string source) => IsOfSurvey(source) || ScoreSource.IsOfAnswers(source);
}
