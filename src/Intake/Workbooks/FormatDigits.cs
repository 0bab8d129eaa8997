namespace Ita.Intake.Workbooks;

/// <summary>The digits of one number in the places of a format: the last digit in the last place, further digits all in the first.</summary>
internal sealed class FormatDigits
{
    /// <summary>As many as a decimal has.</summary>
    private const string EveryDecimal = "0.############################";

    private readonly string whole;
    private readonly string part;
    private readonly string general;
    private readonly int wholePlaces;

    /// <summary>Decimals beyond these are zeros in places that show none.</summary>
    private readonly int shownDecimals;
    private int wholeSeen;
    private int partSeen;
    private bool isBehindPoint;

    /// <param name="number">Rounded, not below zero.</param>
    public FormatDigits(decimal number, ImmutableArray<FormatPiece> pieces, int decimals)
    {
        var fixedPoint = number.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('.');
        (whole, part) = (fixedPoint[0], fixedPoint.ElementAtOrDefault(1) ?? "");
        general = number.ToString(EveryDecimal, CultureInfo.InvariantCulture);
        var places = pieces.Where(piece => piece.Kind is FormatPieceKind.Digit or FormatPieceKind.Point).ToList();
        var point = places.FindIndex(piece => piece.Kind is FormatPieceKind.Point);
        wholePlaces = point < 0 ? places.Count : point;
        shownDecimals = Math.Max(
            part.TrimEnd('0').Length,
            point < 0 ? 0 : places.Skip(point).Where(piece => piece.Kind is FormatPieceKind.Digit).Take(decimals).ToList().FindLastIndex(IsZero) + 1);
    }

    /// <summary>What the number shows in this place. To be asked for each piece in order.</summary>
    public string Show(FormatPiece piece) => piece.Kind switch
    {
        FormatPieceKind.General => general,
        FormatPieceKind.Point => Point(),
        FormatPieceKind.Digit when isBehindPoint => partSeen++ < shownDecimals && partSeen <= part.Length ? part[(partSeen - 1)..partSeen] : "",
        FormatPieceKind.Digit => Whole(piece),
        _ => "",
    };

    private static bool IsZero(FormatPiece piece) => piece.IsZero;

    private string Point()
    {
        if (isBehindPoint)
        {
            return "";
        }

        isBehindPoint = true;
        return (wholePlaces == 0 ? whole : "") + (shownDecimals > 0 ? "." : "");
    }

    private string Whole(FormatPiece piece)
    {
        var last = whole.Length - wholePlaces + wholeSeen;
        var isFirst = wholeSeen++ == 0;
        return last < 0 ? (piece.IsZero ? "0" : "") : isFirst ? whole[..(last + 1)] : whole[last..(last + 1)];
    }
}
