using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Domain.Tests.Responses;

namespace Ita.Domain.Tests.Findings;

/// <summary>Decides whether some unrounded scores round to those of a sheet, with fractions and without code of the product.</summary>
internal sealed class FeasibleFigures(Framework framework, ScoreSheet sheet)
{
    private bool isFeasible = true;

    public static bool In(ScoreSheet sheet)
    {
        var figures = new FeasibleFigures(FrameworkCatalogue.BuiltIn.Get(sheet.Year), sheet);
        figures.Total();
        return figures.isFeasible;
    }

    private void Total() =>
        Node("TOTAL", [.. framework.Instruments.Select(Instrument)], [.. framework.Instruments.Select(instrument => instrument.Weight.Value)]);

    private Open Instrument(Instrument instrument) => Node(instrument.Code, [.. instrument.Indicators.Select(Indicator)]);

    private Open Indicator(int number)
    {
        var subs = framework.SubIndicatorsOf(number).ToList();
        return Node($"IND{number}", subs.Count == 0
            ? [.. framework.ItemsOf(number).Select(Item)]
            : [.. subs.Select(sub => Node(sub.Code, [.. framework.ItemsOf(number, sub.Code).Select(Item)]))]);
    }

    private Open Item(Item item) => !sheet.Scores.TryGetValue(new(item.Code), out var given)
        ? Open.Any
        : item.Code[0] == 'O' ? Open.Exactly(given.Score) : Open.Printed(given.Score);

    private Open Node(string code, List<Open> children, List<decimal>? weights = null)
    {
        var mean = Open.Mean(children, weights ?? [.. children.Select(_ => 1m)]);
        if (!sheet.Scores.TryGetValue(new(code), out var given))
        {
            return mean;
        }

        var both = mean.And(Open.Printed(given.Score));
        isFeasible &= !both.IsEmpty;
        return both.IsEmpty ? Open.Printed(given.Score) : both;
    }

    /// <summary>A range from low (included) to high (included or excluded).</summary>
    private readonly record struct Open(Fraction Low, Fraction High, bool HighIsOut)
    {
        public static Open Any => new(Of(0), Of(100), false);

        public bool IsEmpty => High.IsBelow(Low) || (HighIsOut && !Low.IsBelow(High));

        public static Open Exactly(decimal score) => new(Of(score), Of(score), false);

        public static Open Printed(decimal score)
        {
            var half = new Fraction(1, 2 * System.Numerics.BigInteger.Pow(10, Math.Max(2, (int)score.Scale)));
            return new Open(Of(score).Less(half), Of(score).Plus(half), true).And(Any);
        }

        public static Open Mean(List<Open> ranges, List<decimal> weights)
        {
            var (low, high) = (Of(0), Of(0));
            for (var place = 0; place < ranges.Count; place++)
            {
                low = low.Plus(ranges[place].Low.Times(Of(weights[place])));
                high = high.Plus(ranges[place].High.Times(Of(weights[place])));
            }

            return new(low.Over(Of(weights.Sum())), high.Over(Of(weights.Sum())), ranges.Any(range => range.HighIsOut));
        }

        public Open And(Open other) => new(
            Low.IsBelow(other.Low) ? other.Low : Low,
            other.High.IsBelow(High) ? other.High : High,
            High.IsBelow(other.High) ? HighIsOut : other.High.IsBelow(High) ? other.HighIsOut : HighIsOut || other.HighIsOut);

        private static Fraction Of(decimal score) => new(
            new System.Numerics.BigInteger(score * 1_000_000_000m), 1_000_000_000);
    }
}
