using System.Globalization;
using System.Runtime.CompilerServices;
using Ita.Intake.Problems;

namespace Ita.Intake.Cells;

/// <summary>
/// Reads a score, 0 to 100, and keeps the decimals it was printed with: 94.50 stays 94.50, because the rounding that a published
/// figure has seen follows from them.
/// </summary>
/// <param name="commaIsDecimal">The cells are separated by semicolons, so that a comma can only be the decimal sign.</param>
internal sealed class ScoreCell(bool commaIsDecimal)
{
    private const decimal Highest = 100;
    private const int MostHundredths = 100 * 100;

    /// <summary>Digits that surely fit a long; longer numbers go the slow way.</summary>
    private const int FewDigits = 18;

    /// <summary>As scores are published.</summary>
    private const int FewDecimals = 2;

    /// <summary>100 with so many decimals, as a whole number.</summary>
    private static readonly long[] HundredWithDecimals =
        [.. Enumerable.Range(0, FewDigits - 2).Select(decimals => (long)Math.Pow(10, decimals + 2))];

    public Reading<decimal> Read(ReadOnlySpan<byte> cell) => TryReadPlain(cell, out var score)
        ? score
        : ReadAnyhow(CellText.WithAsciiDigits(CellText.Trimmed(cell)));

    /// <summary>The spelling of nearly all: a number of two decimals, at most 100.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadHundredths(ReadOnlySpan<byte> cell, out int hundredths) =>
        TwoDecimals.TryRead(cell, out hundredths) && hundredths <= MostHundredths;

    /// <summary>The usual spelling: ASCII digits, perhaps a point and more digits; at most 100, and none that may be a fraction.</summary>
    public static bool TryReadPlain(ReadOnlySpan<byte> cell, out decimal score)
    {
        score = 0;
        if (cell.Length is 0 or > FewDigits)
        {
            return false;
        }

        var digits = 0L;
        var point = -1;
        for (var index = 0; index < cell.Length; index++)
        {
            var digit = cell[index] - '0';
            if (digit is >= 0 and <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (cell[index] == '.' && point < 0 && index > 0 && index < cell.Length - 1)
            {
                point = index;
            }
            else
            {
                return false;
            }
        }

        var scale = point < 0 ? 0 : cell.Length - 1 - point;
        if (scale >= HundredWithDecimals.Length || digits > HundredWithDecimals[scale] || (scale > FewDecimals && IsBelowOne(digits, HundredWithDecimals[scale])))
        {
            return false;
        }

        score = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, isNegative: false, (byte)scale);
        return true;
    }

    private static bool IsBelowOne(long digits, long hundred) => digits != 0 && (ulong)digits * 100 < (ulong)hundred;

    private Reading<decimal> ReadAnyhow(string cell)
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

    private static bool TryParse(string number, out decimal score) => decimal.TryParse(
        number, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out score);

    private static Reading<decimal> InRange(decimal score) => score switch
    {
        // Taken as it stands, but hardly meant: 0.9423 is 94.23 % that has lost its format.
        > 0 and < 1 when score.Scale > FewDecimals => new(score, new Fault(ProblemCatalogue.ScoreBelowOne).With("expected", (score * 100).ToString("0.############", CultureInfo.InvariantCulture))),
        >= 0 and <= Highest => score,
        _ => new Fault(ProblemCatalogue.ScoreOutOfRange),
    };
}
