using Ita.Domain.Texts;

namespace Ita.Domain.Responses;

/// <summary>A sheet and the day on which it came, in Bangkok: nothing finer is known.</summary>
public sealed record ReceivedSheet(AnswerSheet Sheet, DateOnly Day);

/// <summary>When something is a flag.</summary>
/// <param name="FewestSheets">Shares and days say nothing of fewer sheets.</param>
/// <param name="AllBestShare">Above this part, sheets with the best answer everywhere are marked.</param>
/// <param name="BurstTimes">A day with more than so many times what is usual is a burst,</param>
/// <param name="BurstSheets">if it has at least so many sheets,</param>
/// <param name="BurstOtherDays">and there are at least so many other days with sheets.</param>
/// <param name="Copies">The fewest sheets alike in every answer that are looked at.</param>
/// <param name="CopyLeaves">Only such that differ from the commonest answers of the other sheets in at least so many questions.</param>
/// <param name="CopyChance">Sheets alike are marked when chance would make as many in the whole survey less often than this.</param>
public sealed record QualityThresholds(
    int FewestSheets = 10,
    decimal AllBestShare = 0.5m,
    int BurstTimes = 5,
    int BurstSheets = 10,
    int BurstOtherDays = 5,
    int Copies = 3,
    int CopyLeaves = 4,
    double CopyChance = 0.001)
{
    public static QualityThresholds Default { get; } = new();
}

/// <summary>One pattern to check in the sheets of a survey. Flagged sheets still count.</summary>
/// <param name="Code">Stable; its sentence stands in Texts/Data under <c>flag.{Code}</c>.</param>
/// <param name="Count">Sheets marked; 0 when there is nothing to see.</param>
/// <param name="Of">All sheets of the survey.</param>
/// <param name="Thresholds">What fills the sentence.</param>
public sealed record QualityFlag(string Code, int Count, int Of, ImmutableSortedDictionary<string, string> Thresholds)
{
    /// <summary>0 to 1; 0 when there is no sheet.</summary>
    public decimal Share => Of == 0 ? 0 : (decimal)Count / Of;

    public bool IsRaised => Count > 0;

    public LocalizedText Text => TextCatalogue.Fill($"flag.{Code}", Thresholds
        .SetItem("count", Count.ToString(CultureInfo.InvariantCulture))
        .SetItem("of", Of.ToString(CultureInfo.InvariantCulture))
        .SetItem("percent", Rounding.ToShown(Share * 100).ToString(CultureInfo.InvariantCulture)));
}

/// <summary>What the sheets of one agency's survey look like: every flag, raised or not, and which sheets are marked by any.</summary>
/// <param name="Marked">By position; as many as there are sheets.</param>
public sealed record QualityFlags(ImmutableArray<QualityFlag> Flags, ImmutableArray<bool> Marked)
{
    public int MarkedCount => Marked.Count(isMarked => isMarked);

    public static QualityFlags Compute(QuestionList questions, IReadOnlyList<ReceivedSheet> sheets, QualityThresholds? thresholds = null)
    {
        var limits = thresholds ?? QualityThresholds.Default;
        ImmutableArray<AnswerSheet> answered = [.. sheets.Select(received => received.Sheet)];
        (string Code, ImmutableArray<bool> Marks, (string, string)[] Places)[] looks =
        [
            ("straight-line", StraightLines(questions, answered), []),
            ("all-best", AllBest(questions, answered, limits), [("share", Percent(limits.AllBestShare)), ("fewest", Text(limits.FewestSheets))]),
            ("too-fast", [.. answered.Select(sheet => sheet.Marks.HasFlag(SheetMarks.AnsweredFast))], []),
            ("burst", Bursts.Marks(sheets, limits),
                [("times", Text(limits.BurstTimes)), ("fewest", Text(limits.BurstSheets)), ("days", Text(limits.BurstOtherDays))]),
            ("copies", Copies.Marks(questions, answered, limits),
                [("fewest", Text(limits.Copies)), ("leaves", Text(limits.CopyLeaves)), ("chance", Text((int)(1 / limits.CopyChance)))]),
        ];
        return new(
            [.. looks.Select(look => new QualityFlag(
                look.Code, look.Marks.Count(isMarked => isMarked), sheets.Count,
                look.Places.ToImmutableSortedDictionary(place => place.Item1, place => place.Item2)))],
            [.. Enumerable.Range(0, sheets.Count).Select(index => looks.Any(look => look.Marks[index]))]);
    }

    private static ImmutableArray<bool> StraightLines(QuestionList questions, ImmutableArray<AnswerSheet> sheets) =>
        [.. sheets.Select(sheet => SheetShape.IsStraight(questions, sheet))];

    private static ImmutableArray<bool> AllBest(QuestionList questions, ImmutableArray<AnswerSheet> sheets, QualityThresholds limits)
    {
        ImmutableArray<bool> best = [.. sheets.Select(sheet => SheetShape.IsAllBest(questions, sheet))];
        return sheets.Length >= limits.FewestSheets && best.Count(isBest => isBest) > limits.AllBestShare * sheets.Length
            ? best
            : [.. best.Select(_ => false)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
