using System.Globalization;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>
/// Reads a score, 0 to 100, and keeps the decimals it was printed with: 94.50 stays 94.50, because they show how a published
/// figure was rounded.
/// </summary>
/// <param name="commaIsDecimal">True where semicolons separate the cells, so that a comma can only be a decimal comma.</param>
internal sealed class ScoreCell(bool commaIsDecimal)
{
    private const decimal Highest = 100;

    /// <summary>Decimals of a score as it is published.</summary>
    private const int UsualDecimals = 2;

    private const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    public Reading<decimal> Read(ReadOnlySpan<byte> cell) => decimal.TryParse(cell, Style, CultureInfo.InvariantCulture, out var score)
        ? InRange(score)
        : ReadText(CellText.WithAsciiDigits(CellText.Trimmed(cell)));

    private Reading<decimal> ReadText(string cell)
    {
        var text = CellText.WithoutApostrophe(cell);
        if (text.Length == 0)
        {
            return new Fault(ProblemCatalogue.ScoreEmpty);
        }

        var number = CellText.WithoutUnit(text);
        if (TryParse(number, out var score))
        {
            return InRange(score);
        }

        var withPoint = number.Replace(',', '.');
        var isComma = withPoint != number && TryParse(withPoint, out score);
        return isComma switch
        {
            true when commaIsDecimal => InRange(score),
            true => new Fault(ProblemCatalogue.DecimalComma).With("expected", withPoint),
            _ => new Fault(ProblemCatalogue.ScoreNotANumber),
        };
    }

    private static bool TryParse(string number, out decimal score) => decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out score);

    private static Reading<decimal> InRange(decimal score) => score switch
    {
        // Accepted with a warning: 0.9423 is probably 94.23 % without its number format.
        > 0 and < 1 when score.Scale > UsualDecimals => new(score, new Fault(ProblemCatalogue.ScoreBelowOne).With("expected", AsPercent(score))),
        >= 0 and <= Highest => score,
        _ => new Fault(ProblemCatalogue.ScoreOutOfRange),
    };

    private static string AsPercent(decimal score) => (score * 100).ToString("0.############", CultureInfo.InvariantCulture);
}
