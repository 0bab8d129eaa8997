namespace Ita.Intake.Workbooks;

/// <summary>A section with text before and after the digits only, as nearly all have.</summary>
/// <param name="Pattern">For <see cref="decimal.ToString(string)"/>.</param>
internal sealed record PlainFormat(string Before, string Pattern, string After)
{
    private const int MostDecimals = 15;
    private const int MostWhole = 15;

    /// <summary>As many decimals as a number has.</summary>
    private const string EveryDecimal = "0.############################";

    /// <summary>Null where text is between the digits.</summary>
    public static PlainFormat? Find(ImmutableArray<FormatPiece> pieces)
    {
        var shown = pieces.Where(piece => piece.Kind is not (FormatPieceKind.Comma or FormatPieceKind.Percent)).ToList();
        var first = shown.FindIndex(IsOfNumber);
        var last = shown.FindLastIndex(IsOfNumber);
        return first >= 0 && shown[first..(last + 1)].TrueForAll(IsOfNumber)
            ? new(Words(shown[..first]), PatternOf(shown[first..(last + 1)]), Words(shown[(last + 1)..]))
            : null;
    }

    public string Show(decimal number)
    {
        var digits = number.ToString(Pattern, CultureInfo.InvariantCulture);
        return Before.Length + After.Length == 0 ? digits : (Before + digits + After).Trim();
    }

    private static bool IsOfNumber(FormatPiece piece) => piece.Kind is FormatPieceKind.Digit or FormatPieceKind.Point or FormatPieceKind.General;

    private static string Words(IEnumerable<FormatPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private static string PatternOf(List<FormatPiece> number)
    {
        if (number.Exists(piece => piece.Kind is FormatPieceKind.General))
        {
            return EveryDecimal;
        }

        var point = number.FindIndex(piece => piece.Kind is FormatPieceKind.Point);
        var whole = point < 0 ? number : number[..point];
        var decimals = point < 0 ? [] : number[point..].Where(piece => piece.Kind is FormatPieceKind.Digit).Take(MostDecimals).ToList();
        var zeros = decimals.FindLastIndex(piece => piece.IsZero) + 1;
        // At least one digit before the point: .5 would be no number for a reader.
        var least = Math.Min(MostWhole, Math.Max(1, whole.Count - whole.FindIndex(piece => piece.IsZero)));
        return new string('0', whole.Exists(piece => piece.IsZero) ? least : 1) + "."
            + new string('0', zeros) + new string('#', decimals.Count - zeros);
    }
}
