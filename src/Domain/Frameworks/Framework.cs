using System.Text.Json.Serialization;

namespace Ita.Domain.Frameworks;

/// <summary>
/// The assessment of one fiscal year (กรอบการประเมิน) as data: what is asked, how answers become points, how scores are
/// weighted and rated. Read from <c>Frameworks/Data/{year}.json</c>, or from a file that an operator uploads.
/// </summary>
/// <param name="Version">The year, a dot and a number that is increased whenever the file changes.</param>
/// <param name="Items">Empty for a year of which only the indicators are known.</param>
/// <param name="Issues">The 7 issues with their items; empty when the assignment of items is not known.</param>
/// <param name="Sources">Descriptions of the sources, by short name.</param>
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
    /// <summary>What is not confirmed of this year; null when all that scoring needs is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Unconfirmed? Unconfirmed { get; init; }

    /// <summary>The items of the year before that ask the same; null when items cannot be compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Crosswalk? Crosswalk { get; init; }

    /// <summary>Measures for its items, in addition to those of the built-in library; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<LibraryMeasure>? Measures { get; init; }

    public Indicator Indicator(int number) => Indicators.First(indicator => indicator.Number == number);

    /// <summary>The crosswalk from an earlier year to this one; null when there is none, so that items cannot be compared.</summary>
    public Crosswalk? CrosswalkFrom(FiscalYear earlier) => Crosswalk is { } known && known.From == earlier ? known : null;

    /// <summary>Whether the items of an indicator are only listed, so that its score is not computed from them.</summary>
    public bool OnlyLists(int indicator) => Unconfirmed is { ListOnly: { IsEmpty: false } only }
        && Instruments.Any(instrument => only.Contains(instrument.Code) && instrument.Indicators.Contains(indicator));

    /// <summary>Whether an instrument has items; without them its indicators are stated directly.</summary>
    public bool HasItems(Instrument instrument) => Items.Any(item => instrument.Indicators.Contains(item.Indicator));

    /// <summary>The framework as the text of a file, UTF-8; <see cref="FrameworkCatalogue.Parse"/> reads it.</summary>
    public byte[] ToJson() => FrameworkJson.Write(this);

    public AnswerScale Scale(string code) => Scales.First(scale => scale.Code == code);

    /// <summary>The items directly below an indicator, or of a sub-indicator.</summary>
    public IEnumerable<Item> ItemsOf(int indicator, string? subIndicator = null) =>
        Items.Where(item => item.Indicator == indicator && item.SubIndicator == subIndicator);

    public IEnumerable<SubIndicator> SubIndicatorsOf(int indicator) => SubIndicators.Where(sub => sub.Indicator == indicator);

    /// <summary>
    /// The answers to an item (or to one of its sub-questions) with their points, worst first. Only this method combines labels, scale and
    /// polarity.
    /// </summary>
    /// <remarks>
    /// An item's own labels, or else those of the scale, are assigned to the points of the scale in order. For a negative question on a
    /// scale that turns, the labels are assigned in reverse order.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The item names a scale that this framework does not have.</exception>
    public ImmutableArray<Choice> ChoicesOf(Item item, SubQuestion? subQuestion = null)
    {
        var scale = Scale(item.Scale);
        var labels = item.Labels.IsEmpty
            ? Ordered(scale, subQuestion?.Polarity ?? item.Polarity)
            : item.Labels;
        return [.. labels.Zip(scale.Choices, (label, choice) => choice with { Label = label })];
    }

    /// <summary>The points of an answer, 0 to 100; null when the item has no such answer.</summary>
    /// <param name="label">Exactly as in the framework file.</param>
    public decimal? PointsOf(Item item, string label, SubQuestion? subQuestion = null) =>
        ChoicesOf(item, subQuestion).FirstOrDefault(choice => choice.Label == label)?.Points;

    private static ImmutableArray<string> Ordered(AnswerScale scale, Polarity polarity)
    {
        var labels = scale.Choices.Select(choice => choice.Label);
        return [.. scale.TurnsForNegative && polarity == Polarity.Negative ? labels.Reverse() : labels];
    }
}

/// <summary>How the items of an instrument are scored.</summary>
public enum AnswerKind
{
    /// <summary>A mean over respondents.</summary>
    Survey,

    /// <summary>Judged once by the assessor; the score is one of the points of the scale.</summary>
    Checklist,
}

/// <summary>A way of measuring (เครื่องมือ/แบบวัด).</summary>
/// <param name="Weight">Percent of the total; for an instrument with parts, the sum of their weights.</param>
/// <param name="ItemPrefix">The letter with which its item codes start.</param>
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

/// <param name="Number">1 or 2: the value in the column <c>part</c> of a file.</param>
/// <param name="ItemPrefix">Prefix of item codes of this part in documents (ep, es).</param>
public sealed record InstrumentPart(
    string Code, int Number, string NameTh, string NameEn, string ItemPrefix, Sourced<decimal> Weight);

/// <summary>ตัวชี้วัด.</summary>
/// <param name="Variants">Other spellings found in documents.</param>
public sealed record Indicator(int Number, string NameTh, ImmutableArray<string> Variants, Mark Mark, string Source);

/// <summary>ตัวชี้วัดย่อย.</summary>
public sealed record SubIndicator(string Code, string NameTh, int Indicator, Mark Mark, string Source);

public enum Polarity
{
    Positive,

    /// <summary>Answers such as yes, always or most are the worst.</summary>
    Negative,
}

/// <summary>ข้อคำถาม.</summary>
/// <param name="Code">Prefix and number, for example I1, E15, O43.</param>
/// <param name="SubIndicator">Null when the indicator has none.</param>
/// <param name="Polarity">Of the question as a whole; each sub-question has its own.</param>
/// <param name="Labels">
/// The item's own answer labels; empty when those of the scale apply. Always worst first, whatever the polarity: the first has the lowest
/// points of the scale, the last 100. For a negative item, "ไม่มี" is therefore last.
/// </param>
/// <param name="SubQuestions">Asked one by one and averaged; empty for most items.</param>
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

/// <summary>มาตรวัดคำตอบ: the possible answers and the points of each. Read it through <see cref="Framework.ChoicesOf"/>.</summary>
/// <param name="Choices">Worst first, with points rising from 0 to 100.</param>
/// <param name="TurnsForNegative">
/// Whether the labels are reversed for a negative question, because they are neutral (little … much). False when the labels belong to
/// questions of known polarity (มี is bad, or มี is good) or to the item itself.
/// </param>
/// <param name="Mark">How well the points are supported; for the labels, see the source.</param>
public sealed record AnswerScale(string Code, ImmutableArray<Choice> Choices, bool TurnsForNegative, Mark Mark, string Source);

/// <param name="Label">Empty when each item has its own labels.</param>
/// <param name="Points">0 to 100.</param>
public sealed record Choice(string Label, decimal Points);

/// <summary>ประเด็น: one of the 7 topics by which results are analysed. An item may belong to several.</summary>
public sealed record Issue(int Number, string Title, ImmutableArray<string> Items, Mark Mark, string Source);
