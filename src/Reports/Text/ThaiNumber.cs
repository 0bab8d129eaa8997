namespace Ita.Reports.Text;

/// <summary>Formats numbers for reports, in Arabic digits; see <see cref="ThaiDigits"/> for Thai digits.</summary>
public static class ThaiNumber
{
    /// <summary>Shown when there is no figure.</summary>
    public const string None = "–";

    /// <summary>Two decimals, rounded half away from zero: 91.61, 100.00; a dash for none.</summary>
    public static string Score(
        decimal? score) => score is { } some ? Rounding.ToShown(some).ToString("#,##0.00", CultureInfo.InvariantCulture) : None;

    /// <summary>A range of scores: 91.32 – 91.72.</summary>
    public static string Range(Interval range) => $"{Score(range.Low)} – {Score(range.High)}";

    /// <summary>The score with its unit and a non-breaking space: 91.61 คะแนน.</summary>
    public static string Points(decimal score) => $"{Score(score)}\u00a0คะแนน";

    /// <summary>A difference with its sign: +1.62, −4.98, 0.00.</summary>
    public static string Change(decimal change) => Rounding.ToShown(change) switch
    {
        > 0 and var up => $"+{Score(up)}",
        < 0 and var down => $"−{Score(-down)}",
        _ => Score(0),
    };

    /// <summary>Without trailing zeros: 85, 12.5.</summary>
    public static string Plain(decimal value) => value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    /// <summary>A count of people or items: 2,720; a dash for none.</summary>
    public static string Count(int? count) => count is { } some ? some.ToString("#,##0", CultureInfo.InvariantCulture) : None;

    /// <summary>A difference of counts with its sign: +135, −12, 0; a dash for none.</summary>
    public static string CountChange(int? change) => change switch
    {
        > 0 and var up => $"+{Count(up)}",
        < 0 and var down => $"−{Count(-down)}",
        _ => Count(change),
    };
}
