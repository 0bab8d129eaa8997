using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>How a sheet states an instrument with two parts.</summary>
internal enum PartsTold
{
    BothByItems,
    OneByItems,
    OneUnnamed,
    TogetherByItems,
    TogetherByIndicators,
    ByPartFigures,
}

/// <summary>
/// A random sheet as people fill it in: some levels of some instruments, missing items, scores with two or more decimals, numbers of
/// respondents that differ between items. It has no contradictions.
/// </summary>
internal sealed class AnsweredSheet
{
    // For test data only; the same for each seed.
#pragma warning disable CA5394
    private readonly Random random;
    private readonly Framework framework;
    private readonly int decimals;
    private readonly ImmutableSortedDictionary<ScoreKey, GivenScore>.Builder scores = ImmutableSortedDictionary.CreateBuilder<ScoreKey, GivenScore>();
    private readonly ImmutableSortedDictionary<ScoreKey, string>.Builder labels = ImmutableSortedDictionary.CreateBuilder<ScoreKey, string>();
    private readonly List<decimal> rated = [];

    /// <param name="whole">Whether instruments with parts are stated by combined figures only.</param>
    public AnsweredSheet(Framework framework, int seed, bool whole = false)
    {
        (this.framework, random) = (framework, new(seed));
        decimals = random.Next(4) == 0 ? random.Next(3, 10) : 2;
        Told = whole ? PartsTold.TogetherByIndicators : (PartsTold)random.Next(6);
        var total = framework.Instruments.Sum(instrument => Instrument(instrument) * instrument.Weight.Value / 100);
        State(ScoreKey.Total, total, 70);
        var rating = framework.Rating.Bands.First(band => Rounding.ToShown(total) >= band.TotalAtLeast.Value
            && rated.All(one => Rounding.ToShown(one) >= (band.EveryInstrumentAtLeast?.Value ?? 0)));
        Sheet = new(framework.Year, Sheets.Code, scores.ToImmutable(), random.Next(3) > 0 ? rating.Name : null, labels.ToImmutable());
    }

    public ScoreSheet Sheet { get; }

    public PartsTold Told { get; }

    /// <summary>The true score of each checklist item.</summary>
    public Dictionary<string, decimal> Points { get; } = [];

    private decimal Instrument(Instrument instrument)
    {
        // A quarter of the instruments are stated by their own figure or not at all.
        var percent = random.Next(4) == 0 ? 0 : 80;
        var score = instrument.Parts.IsEmpty ? Whole(instrument, percent) : InParts(instrument, percent);
        State(new(instrument.Code), score, 50);
        return score;
    }

    private decimal Whole(Instrument instrument, int percent)
    {
        var score = instrument.Indicators.Average(number => Indicator(instrument, number, null, percent, percent));
        rated.Add(score);
        return score;
    }

    private decimal InParts(Instrument instrument, int percent)
    {
        var items = instrument.Parts.Select((part, place) =>
            Told == PartsTold.BothByItems || (Told == PartsTold.OneByItems && place == 0) ? percent : 0).ToList();
        var unnamed = Told == PartsTold.OneUnnamed ? percent : 0;
        var parts = instrument.Parts
            .Select((part, place) => instrument.Indicators
                .Select(number => place == 0 && unnamed > 0
                    ? Indicator(instrument, number, null, unnamed, 0)
                    : Indicator(instrument, number, part.Code, items[place], Told == PartsTold.ByPartFigures ? 80 : items[place] / 4))
                .ToList())
            .ToList();
        rated.AddRange(parts.Select(part => part.Average()));
        for (var place = 0; place < instrument.Indicators.Length; place++)
        {
            State(ScoreKey.Indicator(instrument.Indicators[place]), parts.Average(part => part[place]), Told == PartsTold.ByPartFigures ? 0 : 80);
        }

        instrument.Parts.Zip(parts).ToList()
            .ForEach(pair => State(new(instrument.Code, pair.First.Code), pair.Second.Average(), Told == PartsTold.ByPartFigures ? 60 : 0));
        return parts.Average(part => part.Average());
    }

    private decimal Indicator(Instrument instrument, int number, string? part, int items, int published)
    {
        var shown = random.Next(5) == 0 ? 0 : items;
        var subs = framework.SubIndicatorsOf(number).ToList();
        var score = subs.Count == 0
            ? Items(instrument, framework.ItemsOf(number), part, shown)
            : subs.Average(sub => State(new(sub.Code, part), Items(instrument, framework.ItemsOf(number, sub.Code), part, shown), published / 3));
        if (random.Next(3) == 0)
        {
            labels[ScoreKey.Indicator(number, part)] = FormattableString.Invariant($"ตัวชี้วัดที่ {number} ") + framework.Indicator(number).NameTh;
        }

        return State(ScoreKey.Indicator(number, part), score, published);
    }

    private decimal Items(Instrument instrument, IEnumerable<Item> items, string? part, int percent)
    {
        var leaves = random.Next(2) == 0 ? 100 : 85;
        return items.ToList().Average(item => Item(instrument, item, part, percent == 0 ? 0 : leaves));
    }

    private decimal Item(Instrument instrument, Item item, string? part, int percent)
    {
        if (random.Next(4) == 0)
        {
            labels[new(item.Code, part)] = random.Next(2) == 0 ? item.Text : $"{item.Code} {item.Text}";
        }

        if (instrument.Answers == AnswerKind.Checklist)
        {
            return State(new(item.Code, part), Points[item.Code] = Answer(item), percent);
        }

        var respondents = random.Next(1, random.Next(2) == 0 ? 40 : 500);
        var answers = respondents * Math.Max(1, item.SubQuestions.Length);
        var mean = Enumerable.Range(0, answers).Sum(_ => Answer(item)) / answers;
        return State(new(item.Code, part), mean, percent, random.Next(3) == 0 ? null : respondents);
    }

    private decimal Answer(Item item)
    {
        var choices = framework.Scale(item.Scale).Choices;
        return choices[Math.Max(random.Next(choices.Length), random.Next(3) > 0 ? choices.Length - 1 : 0)].Points;
    }

    /// <summary>States a score with a probability in percent, rounded half away from zero.</summary>
    private decimal State(ScoreKey key, decimal score, int percent, int? respondents = null)
    {
        if (random.Next(100) < percent)
        {
            scores[key] =
                new(Math.Round(Math.Round(score, 20, MidpointRounding.AwayFromZero), decimals, MidpointRounding.AwayFromZero) + 0.00m, respondents);
        }

        return score;
    }
#pragma warning restore CA5394
}
