namespace Ita.Intake.Workbooks;

/// <summary>One section of a number format: what is shown before, within and after the digits, and how many digits.</summary>
internal sealed record FormatSection(ImmutableArray<FormatPiece> Pieces, FormatCondition? Condition)
{
    private const int MostDecimals = 15;

    /// <summary>Numbers that are larger have more digits than a spreadsheet program keeps.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    private readonly bool hasGeneral = Has(Pieces, FormatPieceKind.General);
    private readonly bool hasDigits = Has(Pieces, FormatPieceKind.Digit);
    private readonly bool hasZero = Pieces.Any(piece => piece.IsZero);
    private readonly int percents = Math.Min(2, Pieces.Count(piece => piece.Kind is FormatPieceKind.Percent));
    private readonly int decimals = Math.Min(MostDecimals, DecimalPlaces(Pieces).Count());
    private readonly PlainFormat? plain = PlainFormat.Find(Pieces);

    public bool IsText { get; } = Has(Pieces, FormatPieceKind.Text);

    /// <summary>Whether a number is shown as a day, which a fraction with the name of a unit is not.</summary>
    public bool IsDate { get; } = Has(Pieces, FormatPieceKind.Date) && !Has(Pieces, FormatPieceKind.General);

    /// <summary>Whether the number is read as it is held: fractions, exponents, and numbers shown in thousands.</summary>
    public bool IsUnshown { get; } = Has(Pieces, FormatPieceKind.Unshown) || IsScaledDown(Pieces);

    /// <summary>Whether the digits that are shown are not those of the number, as in a percentage.</summary>
    public bool IsRescaled => IsUnshown || percents > 0;

    /// <summary>Text alone, for a section without digits.</summary>
    public string Words { get; } = string.Concat(Pieces.Where(piece => piece.Kind is FormatPieceKind.Literal).Select(piece => piece.Text)).Trim();

    /// <summary>Whether the section shows by itself that a number is below zero.</summary>
    private bool ShowsMinus => Words.AsSpan().IndexOfAny('-', '(') >= 0;

    /// <summary>Whether the number is shown by digits. The places # and ? show none for zero.</summary>
    public bool HasDigitsOf(decimal number) => hasGeneral || hasZero || (hasDigits && number != 0);

    /// <summary>The number as the section scales it: times hundred where it is a percentage.</summary>
    public decimal Scaled(decimal number) => percents > 0 && Math.Abs(number) < Largest ? number * (percents == 1 ? 100 : 10_000) : number;

    /// <summary>The scaled number with the decimals that are shown.</summary>
    public decimal Rounded(decimal scaled) => hasGeneral ? scaled : Math.Round(scaled, decimals, MidpointRounding.AwayFromZero);

    public string Show(decimal number)
    {
        var rounded = Rounded(Scaled(number));
        var shown = plain?.Show(Math.Abs(rounded)) ?? Placed(Math.Abs(rounded));
        return rounded < 0 && !ShowsMinus ? "-" + shown : shown;
    }

    public string Show(string text) => string.Concat(Pieces.Select(piece => piece.Kind switch
    {
        FormatPieceKind.Text => text,
        FormatPieceKind.Literal => piece.Text,
        _ => "",
    }));

    private string Placed(decimal rounded)
    {
        var digits = new FormatDigits(rounded, Pieces, decimals);
        return string.Concat(Pieces.Select(piece => piece.Kind is FormatPieceKind.Literal ? piece.Text : digits.Show(piece))).Trim();
    }

    private static IEnumerable<FormatPiece> DecimalPlaces(ImmutableArray<FormatPiece> pieces) =>
        pieces.SkipWhile(piece => piece.Kind is not FormatPieceKind.Point).Where(piece => piece.Kind is FormatPieceKind.Digit);

    private static bool Has(ImmutableArray<FormatPiece> pieces, FormatPieceKind kind) => pieces.Any(piece => piece.Kind == kind);

    /// <summary>A comma behind the last digit before the point divides by a thousand.</summary>
    private static bool IsScaledDown(ImmutableArray<FormatPiece> pieces)
    {
        var whole = pieces.TakeWhile(piece => piece.Kind is not FormatPieceKind.Point).Where(IsOfDigits).ToList();
        var behind = pieces.SkipWhile(piece => piece.Kind is not FormatPieceKind.Point).Where(IsOfDigits).ToList();
        return (whole.Count > 1 && whole[^1].Kind is FormatPieceKind.Comma) || (behind.Count > 1 && behind[^1].Kind is FormatPieceKind.Comma);
    }

    private static bool IsOfDigits(FormatPiece piece) => piece.Kind is FormatPieceKind.Digit or FormatPieceKind.Comma;
}
