using Ita.Domain.Texts;

namespace Ita.Domain.Responses;

/// <summary>A sheet and the day it was received, in Bangkok time; the time of day is not stored.</summary>
public sealed record ReceivedSheet(AnswerSheet Sheet, DateOnly Day);

/// <summary>The limits from which a pattern in the sheets is flagged.</summary>
/// <param name="FewestSheets">With fewer sheets, shares are not judged.</param>
/// <param name="AllBestShare">0 to 1; sheets with only best answers are marked when their share is above this.</param>
/// <param name="BurstTimes">A day is a burst when its number of sheets is more than this many times the usual number,</param>
/// <param name="BurstSheets">it has at least this many sheets,</param>
/// <param name="BurstOtherDays">and there are at least this many other days with sheets.</param>
/// <param name="Copies">Smallest group of identical sheets that is checked.</param>
/// <param name="CopyDifferences">Checked only when they differ from the most common answers of the other sheets in at least this many
/// questions.</param>
/// <param name="CopyChance">0 to 1; identical sheets are marked when the probability of so many in the whole survey is below this.</param>
public sealed record QualityThresholds(
    int FewestSheets = 10,
    decimal AllBestShare = 0.5m,
    int BurstTimes = 5,
    int BurstSheets = 10,
    int BurstOtherDays = 5,
    int Copies = 3,
    int CopyDifferences = 4,
    double CopyChance = 0.001)
{
    public static QualityThresholds Default { get; } = new();
}

/// <summary>A suspicious pattern in the sheets of a survey, for an assessor to check. Flagged sheets still count.</summary>
/// <param name="Code">Stable code; its text is stored in Texts/Data under <c>flag.{Code}</c>.</param>
/// <param name="Count">Number of sheets marked; 0 when the pattern was not found.</param>
/// <param name="Of">Number of all sheets of the survey.</param>
/// <param name="Thresholds">Values of the placeholders of the text.</param>
public sealed record QualityFlag(string Code, int Count, int Of, ImmutableSortedDictionary<string, string> Thresholds)
{
    /// <summary>Share of marked sheets, 0 to 1; 0 when there is no sheet.</summary>
    public decimal Share => Of == 0 ? 0 : (decimal)Count / Of;

    public bool IsRaised => Count > 0;

    /// <summary>A few words for the pattern, the same whether or not it was found.</summary>
    public LocalizedText Name => TextCatalogue.Template($"flag-name.{Code}");

    /// <summary>What to do when it was found.</summary>
    public LocalizedText Advice => TextCatalogue.Template($"flag-do.{Code}");

    public LocalizedText Text => TextCatalogue.Fill($"flag.{Code}", Thresholds
        .SetItem("count", Count.ToString(CultureInfo.InvariantCulture))
        .SetItem("of", Of.ToString(CultureInfo.InvariantCulture))
        .SetItem("percent", Rounding.ToShown(Share * 100).ToString(CultureInfo.InvariantCulture)));
}

/// <summary>The quality checks of one agency's survey: every flag, raised or not, and the sheets that any of them marks.</summary>
/// <param name="Marked">One entry per sheet, in the order of the sheets.</param>
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
                [("fewest", Text(limits.Copies)), ("leaves", Text(limits.CopyDifferences)), ("chance", Text((int)(1 / limits.CopyChance)))]),
        ];
        return new(
            [.. looks.Select(look => new QualityFlag(
                look.Code, look.Marks.Count(isMarked => isMarked), sheets.Count,
                look.Places.ToImmutableSortedDictionary(place => place.Item1, place => place.Item2)))],
            [.. Enumerable.Range(0, sheets.Count).Select(index => looks.Any(look => look.Marks[index]))]);
    }

    private static ImmutableArray<bool> StraightLines(QuestionList questions, ImmutableArray<AnswerSheet> sheets) =>
        [.. sheets.Select(sheet => SheetShape.IsStraightLine(questions, sheet))];

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
