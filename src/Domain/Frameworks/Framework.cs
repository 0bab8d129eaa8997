namespace Ita.Domain.Frameworks;

/// <summary>
/// The assessment of one fiscal year (กรอบการประเมิน) as data: what is asked, how answers become points, how scores are
/// weighted and rated. Read from <c>Frameworks/Data/{year}.json</c>; <c>FrameworkChecks</c> in the tests proves each file sound.
/// </summary>
/// <param name="Version">The year, a dot and a count that rises whenever the file changes.</param>
/// <param name="Items">Empty in a year known only down to its indicators.</param>
/// <param name="Issues">The 7 issues with their items; empty where no map is known.</param>
/// <param name="Sources">Each source's short name and what it is.</param>
public sealed record Framework(
    FiscalYear Year,
    string Version,
    ImmutableArray<Instrument> Instruments,
    ImmutableArray<Indicator> Indicators,
    ImmutableArray<SubIndicator> SubIndicators,
    ImmutableArray<Item> Items,
    ImmutableArray<AnswerScale> Scales,
    ImmutableArray<Issue> Issues,
    RatingScheme Rating,
    ImmutableArray<SampleRule> SampleRules,
    NonProcessing NonProcessing,
    ImmutableSortedDictionary<string, string> Sources)
{
    public Indicator Indicator(int number) => Indicators.First(indicator => indicator.Number == number);

    public AnswerScale Scale(string code) => Scales.First(scale => scale.Code == code);

    /// <summary>The items straight below an indicator, or of the sub-indicator when one is named.</summary>
    public IEnumerable<Item> ItemsOf(int indicator, string? subIndicator = null) =>
        Items.Where(item => item.Indicator == indicator && item.SubIndicator == subIndicator);

    public IEnumerable<SubIndicator> SubIndicatorsOf(int indicator) => SubIndicators.Where(sub => sub.Indicator == indicator);

    /// <summary>
    /// The answers to an item (or to one of its sub-questions) with the points each earns there, worst first: the only place
    /// where labels, scale and polarity meet.
    /// </summary>
    /// <remarks>
    /// Own labels are laid on the scale's points as they stand. The scale's labels are too, except for a negative question on
    /// a scale that turns: there the points stay and the labels are read backwards.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The item names a scale that this framework does not hold.</exception>
    public ImmutableArray<Choice> ChoicesOf(Item item, SubQuestion? subQuestion = null)
    {
        var scale = Scale(item.Scale);
        var labels = item.Labels.IsEmpty
            ? Ordered(scale, subQuestion?.Polarity ?? item.Polarity)
            : item.Labels;
        return [.. labels.Zip(scale.Choices, (label, choice) => choice with { Label = label })];
    }

    /// <summary>The points, 0 to 100, an answer earns; null when the item has no such answer.</summary>
    /// <param name="label">Exactly as the catalogue spells it.</param>
    public decimal? PointsOf(Item item, string label, SubQuestion? subQuestion = null) =>
        ChoicesOf(item, subQuestion).FirstOrDefault(choice => choice.Label == label)?.Points;

    private static ImmutableArray<string> Ordered(AnswerScale scale, Polarity polarity)
    {
        var labels = scale.Choices.Select(choice => choice.Label);
        return [.. scale.TurnsForNegative && polarity == Polarity.Negative ? labels.Reverse() : labels];
    }
}

/// <summary>What an instrument's item scores are made of.</summary>
public enum AnswerKind
{
    /// <summary>A mean over respondents.</summary>
    Survey,

    /// <summary>Judged once by the assessor; the score is one of the scale's points.</summary>
    Checklist,
}

/// <summary>A way of measuring (เครื่องมือ/แบบวัด).</summary>
/// <param name="Weight">Percent of the total; with parts, the sum of theirs.</param>
/// <param name="ItemPrefix">The letter its item codes start with.</param>
/// <param name="Parts">Empty, or the two parts of equal weight that answer the same indicators.</param>
public sealed record Instrument(
    string Code,
    string NameTh,
    string NameEn,
    AnswerKind Answers,
    string ItemPrefix,
    Sourced<decimal> Weight,
    ImmutableArray<int> Indicators,
    ImmutableArray<InstrumentPart> Parts);

/// <param name="Number">1 or 2: what a file's column <c>part</c> says.</param>
/// <param name="ItemPrefix">Prefix that item codes of this part alone carry in documents (ep, es).</param>
public sealed record InstrumentPart(
    string Code, int Number, string NameTh, string NameEn, string ItemPrefix, Sourced<decimal> Weight);

/// <summary>ตัวชี้วัด.</summary>
/// <param name="Variants">Other spellings documents use for it.</param>
public sealed record Indicator(int Number, string NameTh, ImmutableArray<string> Variants, Mark Mark, string Source);

/// <summary>ตัวชี้วัดย่อย.</summary>
public sealed record SubIndicator(string Code, string NameTh, int Indicator, Mark Mark, string Source);

public enum Polarity
{
    Positive,

    /// <summary>The worst answer is the one that says yes, always or most.</summary>
    Negative,
}

/// <summary>ข้อคำถาม.</summary>
/// <param name="Code">Prefix and number, for example I1, E15, O43.</param>
/// <param name="SubIndicator">Null where the indicator has none.</param>
/// <param name="Polarity">Of the question as a whole; each sub-question has its own.</param>
/// <param name="Labels">
/// This item's own answer labels; empty where the scale's labels hold. Always worst first, whatever the polarity: the first
/// earns the scale's least points, the last 100. For a negative item, "ไม่มี" is therefore the last.
/// </param>
/// <param name="SubQuestions">Asked one by one and averaged; empty for most.</param>
public sealed record Item(
    string Code,
    string Text,
    int Indicator,
    string? SubIndicator,
    string Scale,
    Polarity Polarity,
    ImmutableArray<string> Labels,
    ImmutableArray<SubQuestion> SubQuestions,
    Mark Mark,
    string Source,
    string? Note);

/// <param name="Code">The item's code, a dot and a number: I1.1.</param>
public sealed record SubQuestion(string Code, string Text, Polarity Polarity);

/// <summary>มาตรวัดคำตอบ: the answers one may give and the points of each. Read it through <see cref="Framework.ChoicesOf"/>.</summary>
/// <param name="Choices">Worst first: the points rise from 0 to 100.</param>
/// <param name="TurnsForNegative">
/// The labels are neutral (little … much), so in a negative question the same labels stand the other way round. False where
/// the labels belong to a question of known polarity (มี is bad, or มี is good) or to the item itself: they never turn.
/// </param>
/// <param name="Mark">How well the points are founded; the source says more about the labels.</param>
public sealed record AnswerScale(string Code, ImmutableArray<Choice> Choices, bool TurnsForNegative, Mark Mark, string Source);

/// <param name="Label">Empty where each item has labels of its own.</param>
/// <param name="Points">0 to 100.</param>
public sealed record Choice(string Label, decimal Points);

/// <summary>ประเด็น: one of the 7 under which results are analysed. An item may stand in more than one.</summary>
public sealed record Issue(int Number, string Title, ImmutableArray<string> Items, Mark Mark, string Source);
