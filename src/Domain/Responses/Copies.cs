namespace Ita.Domain.Responses;

/// <summary>Marks identical sheets when there are more of them than chance explains.</summary>
/// <remarks>
/// <para>
/// Where most people give the most common answer to nearly every question, identical sheets occur by chance; where a sheet differs from the
/// most common answers in many questions, they hardly do. So a pattern of answers is compared with the other sheets, without its copies:
/// how many of them differ from their most common answers in about as many questions (up to two more or fewer, which is generous), and how
/// likely exactly these answers are among all patterns with that number of differences. A pattern with few differences is not judged: the
/// sheets that would show how usual it is are its own copies.
/// </para>
/// <para>
/// When a sheet has the pattern with probability p, n x p further copies are expected among n sheets. Copies are marked when n x P(at least
/// copies - 1), by the Poisson distribution, is below the threshold. Sheets with only best answers and straight lines are skipped: they are
/// identical by nature and have flags of their own.
/// </para>
/// <para>Probabilities are estimates, not scores, so they may be computed with <see langword="double"/>.</para>
/// </remarks>
internal static class Copies
{
    private const int Near = 2;

    public static ImmutableArray<bool> Marks(QuestionList questions, ImmutableArray<AnswerSheet> sheets, QualityThresholds limits)
    {
        var marked = sheets.GroupBy(sheet => sheet.Answers)
            .Where(alike => alike.Count() >= limits.Copies && !HasOwnFlag(questions, alike.First()))
            .Where(alike => ChanceOf(questions, sheets, alike.First(), alike.Count(), limits.CopyDifferences) < limits.CopyChance)
            .Select(alike => alike.Key)
            .ToHashSet();
        return [.. sheets.Select(sheet => marked.Contains(sheet.Answers))];
    }

    /// <summary>
    /// Expected number of patterns in the survey with so many copies by chance; 1 or more when the copies are unsurprising or not judged.
    /// </summary>
    internal static double ChanceOf(QuestionList questions, ImmutableArray<AnswerSheet> sheets, AnswerSheet pattern, int copies, int fewestLeft)
    {
        var others = sheets.Where(sheet => sheet.Answers != pattern.Answers).ToList();
        var commonest = Commonest(questions, others);
        var left = CountDifferences(pattern, commonest);
        if (left < fewestLeft)
        {
            return 1;
        }

        var near = others.Where(sheet => Math.Abs(CountDifferences(sheet, commonest) - left) <= Near).ToList();
        var chance = (near.Count + 1.0) / (others.Count + 1) * ShareOfPattern(questions, near, commonest, pattern, left);
        return sheets.Length * PoissonAtLeast(copies - 1, sheets.Length * chance);
    }

    private static bool HasOwnFlag(QuestionList questions, AnswerSheet sheet) =>
        SheetShape.IsAllBest(questions, sheet) || SheetShape.IsStraightLine(questions, sheet);

    private static byte[] Commonest(QuestionList questions, List<AnswerSheet> sheets) =>
        [.. questions.Questions.Select(question => Shares(question, sheets)).Select(shares => (byte)(Array.IndexOf(shares, shares.Max()) + 1))];

    /// <summary>The probability of each option: its frequency, smoothed so that an option that was never chosen is not impossible.</summary>
    private static double[] Shares(AskedQuestion question, List<AnswerSheet> sheets)
    {
        var shares = Enumerable.Repeat(1.0 / question.Options.Length, question.Options.Length).ToArray();
        foreach (var sheet in sheets)
        {
            shares[sheet.Options[question.Place] - 1]++;
        }

        return [.. shares.Select(share => share / (sheets.Count + 1))];
    }

    private static int CountDifferences(AnswerSheet sheet, byte[] commonest) => sheet.Options.Zip(commonest).Count(pair => pair.First != pair.Second);

    /// <summary>The probability of this pattern among all patterns with the same number of differences from the most common answers.</summary>
    private static double ShareOfPattern(QuestionList questions, List<AnswerSheet> near, byte[] commonest, AnswerSheet pattern, int left)
    {
        var sums = new double[left + 1];
        sums[0] = 1;
        var own = 1.0;
        foreach (var question in questions.Questions)
        {
            var place = question.Place;
            var shares = Shares(question, near);
            var stays = shares[commonest[place] - 1];
            for (var so = left; so >= 1; so--)
            {
                sums[so] += sums[so - 1] * (1 - stays) / stays;
            }

            own *= pattern.Options[place] == commonest[place] ? 1 : shares[pattern.Options[place] - 1] / stays;
        }

        return own / sums[left];
    }

    /// <summary>
    /// The Poisson probability of at least <paramref name="count"/> where <paramref name="expected"/> are expected; 1 when at least as many
    /// are expected.
    /// </summary>
    private static double PoissonAtLeast(int count, double expected)
    {
        if (count <= expected)
        {
            return 1;
        }

        var term = Math.Exp(-expected);
        for (var so = 1; so <= count; so++)
        {
            term *= expected / so;
        }

        var sum = term;
        for (var so = count + 1; term > sum * 1e-12; so++)
        {
            term *= expected / so;
            sum += term;
        }

        return sum;
    }
}
