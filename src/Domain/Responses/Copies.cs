namespace Ita.Domain.Responses;

/// <summary>Sheets alike in every answer, more of them than chance makes.</summary>
/// <remarks>
/// <para>
/// Where most people give the commonest answer to nearly everything, sheets are alike by chance; where a sheet leaves it in many
/// questions, hardly two are. So a pattern is judged by what the other sheets, all but its copies, say: how many of them leave their
/// commonest answers about as often (two questions more or fewer count too, which is generous), and how likely these very answers
/// are, by those sheets, among all ways to leave them as often. A pattern that leaves them in few questions is not judged at all: the
/// sheets that would show how usual it is are its copies.
/// </para>
/// <para>
/// With that chance p of one sheet, of n sheets n x p are expected beside any first one, and copies are marked when so many come less
/// often than the threshold anywhere in the survey: n x P(at least copies - 1) by the Poisson rule. Everything best and straight lines
/// are not looked at: they are alike by their nature and have flags of their own.
/// </para>
/// <para>Chances are estimates and no scores: they are the one place here that computes in binary fractions.</para>
/// </remarks>
internal static class Copies
{
    private const int Near = 2;

    public static ImmutableArray<bool> Marks(QuestionList questions, ImmutableArray<AnswerSheet> sheets, QualityThresholds limits)
    {
        var marked = sheets.GroupBy(sheet => sheet.Answers)
            .Where(alike => alike.Count() >= limits.Copies && !HasFlagOfItsOwn(questions, alike.First()))
            .Where(alike => ChanceOf(questions, sheets, alike.First(), alike.Count(), limits.CopyLeaves) < limits.CopyChance)
            .Select(alike => alike.Key)
            .ToHashSet();
        return [.. sheets.Select(sheet => marked.Contains(sheet.Answers))];
    }

    /// <summary>How often chance makes so many sheets alike anywhere in the survey; 1 or more when it is no wonder, or not judged.</summary>
    internal static double ChanceOf(QuestionList questions, ImmutableArray<AnswerSheet> sheets, AnswerSheet pattern, int copies, int fewestLeft)
    {
        var others = sheets.Where(sheet => sheet.Answers != pattern.Answers).ToList();
        var commonest = Commonest(questions, others);
        var left = LeftIn(pattern, commonest);
        if (left < fewestLeft)
        {
            return 1;
        }

        var near = others.Where(sheet => Math.Abs(LeftIn(sheet, commonest) - left) <= Near).ToList();
        var chance = (near.Count + 1.0) / (others.Count + 1) * AmongAsMany(questions, near, commonest, pattern, left);
        return sheets.Length * AtLeast(copies - 1, sheets.Length * chance);
    }

    private static bool HasFlagOfItsOwn(QuestionList questions, AnswerSheet sheet) =>
        SheetShape.IsAllBest(questions, sheet) || SheetShape.IsStraight(questions, sheet);

    private static byte[] Commonest(QuestionList questions, List<AnswerSheet> sheets) =>
        [.. questions.Questions.Select(question => Shares(question, sheets)).Select(shares => (byte)(Array.IndexOf(shares, shares.Max()) + 1))];

    /// <summary>How likely each option is: as often as it was chosen, and a little more, so that an option never chosen is not impossible.</summary>
    private static double[] Shares(AskedQuestion question, List<AnswerSheet> sheets)
    {
        var shares = Enumerable.Repeat(1.0 / question.Options.Length, question.Options.Length).ToArray();
        foreach (var sheet in sheets)
        {
            shares[sheet.Options[question.Place] - 1]++;
        }

        return [.. shares.Select(share => share / (sheets.Count + 1))];
    }

    private static int LeftIn(AnswerSheet sheet, byte[] commonest) => sheet.Options.Zip(commonest).Count(pair => pair.First != pair.Second);

    /// <summary>The part of this pattern among all that leave the commonest answers in as many questions.</summary>
    private static double AmongAsMany(QuestionList questions, List<AnswerSheet> near, byte[] commonest, AnswerSheet pattern, int left)
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

    /// <summary>The Poisson chance of at least so many where so many are expected; 1 where no fewer are expected.</summary>
    private static double AtLeast(int count, double expected)
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
