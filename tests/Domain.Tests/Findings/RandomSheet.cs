using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Scoring;

namespace Ita.Domain.Tests.Findings;

/// <summary>How much of an instrument in two parts a sheet states.</summary>
internal enum PartsGiven
{
    /// <summary>The items of each part.</summary>
    Both,

    /// <summary>Only the published combined indicators.</summary>
    Combined,

    /// <summary>The published indicators, and the items of the first part.</summary>
    CombinedAndOne,
}

/// <summary>
/// A random sheet as the official system would print it: random answers, every level computed from unrounded values, and all printed at two
/// decimals. It has no contradictions.
/// </summary>
internal sealed class RandomSheet(Framework framework, int seed, PartsGiven given)
{
    // For test data only; the same for each seed.
#pragma warning disable CA5394
    private readonly Random random = new(seed);
    private readonly ImmutableSortedDictionary<ScoreKey, GivenScore>.Builder scores = ImmutableSortedDictionary.CreateBuilder<ScoreKey, GivenScore>();
    private readonly List<decimal> rated = [];

    /// <summary>The unrounded scores of the total, the instruments and the parts.</summary>
    public Dictionary<string, decimal> True { get; } = [];

    public static ScoreSheet Of(Framework framework, int seed, PartsGiven given = PartsGiven.Both) => new RandomSheet(framework, seed, given).Made();

    /// <summary>The sheet and its unrounded scores.</summary>
    public static (ScoreSheet Sheet, Dictionary<string, decimal> True) WithTruth(Framework framework, int seed)
    {
        var random = new RandomSheet(framework, seed, PartsGiven.Both);
        return (random.Made(), random.True);
    }

    private ScoreSheet Made()
    {
        var total = framework.Instruments.Sum(instrument => Instrument(instrument) * instrument.Weight.Value / 100);
        State(ScoreKey.Total, total);
        True[ScoreKey.TotalCode] = total;
        var rating = framework.Rating.Bands.First(band =>
            Rounding.ToShown(total) >= band.TotalAtLeast.Value
            && rated.All(one => Rounding.ToShown(one) >= (band.EveryInstrumentAtLeast?.Value ?? 0)));
        return new(framework.Year, Sheets.Code, scores.ToImmutable(), rating.Name);
    }

    private decimal Instrument(Instrument instrument)
    {
        var score = instrument.Parts.IsEmpty ? Whole(instrument) : InParts(instrument);
        True[instrument.Code] = score;
        if (random.Next(2) == 0)
        {
            State(new(instrument.Code), score);
        }

        return score;
    }

    private decimal Whole(Instrument instrument)
    {
        var respondents = Respondents();
        var indicators = instrument.Indicators.Select(number => Indicator(instrument, number, null, respondents, isGiven: true)).ToList();
        instrument.Indicators.Zip(indicators).ToList().ForEach(pair => State(ScoreKey.Indicator(pair.First), pair.Second));
        rated.Add(indicators.Average());
        return indicators.Average();
    }

    private decimal InParts(Instrument instrument)
    {
        var parts = instrument.Parts.Select((part, place) => Part(instrument, part.Code, IsGiven(place))).ToList();
        rated.AddRange(parts.Select(part => part.Average()));
        instrument.Parts.Zip(parts).ToList().ForEach(pair => True[pair.First.Code] = pair.Second.Average());
        for (var place = 0; place < instrument.Indicators.Length; place++)
        {
            State(ScoreKey.Indicator(instrument.Indicators[place]), parts.Average(part => part[place]));
        }

        return parts.Average(part => part.Average());
    }

    private bool IsGiven(int place) => given == PartsGiven.Both || (given == PartsGiven.CombinedAndOne && place == 0);

    private List<decimal> Part(Instrument instrument, string part, bool isGiven)
    {
        var respondents = Respondents();
        return [.. instrument.Indicators.Select(number => Indicator(instrument, number, part, respondents, isGiven))];
    }

    private decimal Indicator(Instrument instrument, int number, string? part, int respondents, bool isGiven)
    {
        var subs = framework.SubIndicatorsOf(number).ToList();
        return subs.Count == 0
            ? Items(instrument, framework.ItemsOf(number), part, respondents, isGiven)
            : subs.Average(sub => Items(instrument, framework.ItemsOf(number, sub.Code), part, respondents, isGiven));
    }

    private decimal Items(Instrument instrument, IEnumerable<Item> items, string? part, int respondents, bool isGiven)
    {
        var asked = items.ToList();
        var means = asked.Select(item => instrument.Answers == AnswerKind.Checklist ? Points(item) : Mean(item, respondents)).ToList();
        if (isGiven)
        {
            int? stated = instrument.Answers == AnswerKind.Checklist ? null : respondents;
            asked.Zip(means).ToList().ForEach(pair => State(new(pair.First.Code, part), pair.Second, stated));
        }

        return means.Average();
    }

    private decimal Mean(Item item, int respondents)
    {
        var answers = respondents * Math.Max(1, item.SubQuestions.Length);
        return Enumerable.Range(0, answers).Sum(_ => Points(item)) / answers;
    }

    // Most answers are good, as in reality, so that every rating occurs.
    private decimal Points(Item item)
    {
        var choices = framework.Scale(item.Scale).Choices;
        return choices[Math.Max(random.Next(choices.Length), random.Next(10) < Goodwill ? choices.Length - 1 : 0)].Points;
    }

    private int Goodwill => seed % 11;

    private int Respondents() => random.Next(1, 120);

    private void State(ScoreKey key, decimal score, int? respondents = null) => scores[key] = new(Rounding.ToShown(score), respondents);
#pragma warning restore CA5394
}
