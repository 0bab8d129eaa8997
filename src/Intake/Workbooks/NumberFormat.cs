namespace Ita.Intake.Workbooks;

/// <summary>
/// How a cell shows its number or text: 0.9423 as 94.23 where the format is a percentage, 1 as I1 where the format has that letter.
/// </summary>
/// <remarks>Percent signs, currency signs and separators of thousands are left out of what is shown, so that a number remains one.</remarks>
/// <param name="OfNumbers">The sections for numbers, up to three.</param>
/// <param name="OfText">The section for texts; null for texts that are shown as they are.</param>
internal sealed record NumberFormat(ImmutableArray<FormatSection> OfNumbers, FormatSection? OfText)
{
    public static NumberFormat General { get; } = Parse("General");

    /// <summary>Days between the two calendars of Excel; workbooks that come from an old Mac count from 1904.</summary>
    public const int DaysTo1904 = 1_462;

    /// <summary>As long as Excel writes them. A longer one is not of any spreadsheet program.</summary>
    private const int LongestCode = 255;

    /// <summary>Decimals of a score as it is published.</summary>
    private const int UsualDecimals = 2;

    /// <summary>The first whole number of 16 digits. Spreadsheet programs keep 15.</summary>
    private const double TooManyDigits = 1e15;

    private const int SectionsOfNumbers = 3;

    /// <summary>What the workbook's day 0 is in the usual count, from 1900.</summary>
    public int DayZero { get; init; }

    /// <summary>The formats of the ids that every spreadsheet program knows.</summary>
    public static NumberFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 5 or 6 or 37 or 38 or 41 or 42 or 59 or 61 => Parse("0"),
        2 or 4 or 7 or 8 or 39 or 40 or 43 or 44 or 60 or 62 => Parse("0.00"),
        9 or 67 => Parse("0%"),
        10 or 68 => Parse("0.00%"),
        11 or 48 => Parse("0.00E+00"),
        12 or 13 or 69 or 70 => Parse("# ?/?"),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81) => Parse("yyyy"),
        _ => General,
    };

    /// <param name="code">As the workbook writes it.</param>
    public static NumberFormat Parse(string code)
    {
        if (code.Length > LongestCode)
        {
            return General;
        }

        var sections = new FormatScanner(code).Sections();
        var text = sections.Find(section => section.IsText) ?? sections.ElementAtOrDefault(SectionsOfNumbers);
        return new([.. sections.Where(section => !section.IsText).Take(SectionsOfNumbers)], text is { Pieces.Length: > 0 } ? text : null);
    }

    public string Show(string number) => ShowNumber(number).Text;

    /// <param name="number">The number as the workbook holds it; it may be written with more digits than it has.</param>
    public ShownNumber ShowNumber(string number)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var held) || !double.IsFinite(held))
        {
            return new(number);
        }

        // 94.230000000000004 is how Excel writes 94.23, and 94.234999999999985 what it makes of a mean of 94.235. Spreadsheet programs
        // show fifteen digits, and round those on.
        var shown = decimal.TryParse(
            held.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            ? Show(number, held, exact)
            : new(number);
        return Math.Abs(held) >= TooManyDigits ? shown with { Flaw = CellFlawKind.TooManyDigits, Held = number } : shown;
    }

    public string ShowText(string text) => OfText?.Show(text) ?? text;

    private ShownNumber Show(string number, double held, decimal exact) => SectionFor(exact) switch
    {
        { IsDate: true } => new(Date(held + DayZero, number)),
        null => new(Plain(exact)),
        { IsUnshown: true } => new(Plain(exact), CellFlawKind.Rescaled, Plain(exact)),
        var section when !section.HasDigitsOf(exact) => Wordless(section, exact),
        var section when IsRounded(section, section.Scaled(exact)) =>
            new(section.Show(exact), CellFlawKind.Rounded, Plain(section.Scaled(exact))),
        { IsRescaled: true } section => new(section.Show(exact), CellFlawKind.Rescaled, Plain(exact)),
        var section => new(section.Show(exact)),
    };

    /// <summary>The section that Excel takes: by its conditions, or else the sections for numbers above, below and equal to zero.</summary>
    private FormatSection? SectionFor(decimal number)
    {
        var (first, second) = (OfNumbers.ElementAtOrDefault(0), OfNumbers.ElementAtOrDefault(1));
        if (first is null || Applies(first, second is null || number > 0 || (number == 0 && OfNumbers.Length == 2)))
        {
            return first;
        }

        return second is null || Applies(second, number < 0 || (OfNumbers.Length == 2 && first.Condition is not null))
            ? second
            : OfNumbers.ElementAtOrDefault(2);

        bool Applies(FormatSection section, bool isUsual) => section.Condition?.Matches(number) ?? isUsual;
    }

    /// <summary>
    /// A section without digits: the words for all its numbers, or nothing. Zero in its own section is read as 0, with a warning unless a
    /// dash is shown for it: words such as "no score" may also be a way to write zero.
    /// </summary>
    private static ShownNumber Wordless(FormatSection section, decimal number) => section.Words.Trim('-', '–', ' ') switch
    {
        "" when number == 0 && section.Words.Length > 0 => new("0"),
        "" => new(Plain(number), CellFlawKind.Hidden, Plain(number)),
        _ when number == 0 && section.Condition is null => new("0", CellFlawKind.Hidden, "0"),
        _ => new(section.Words),
    };

    private static bool IsRounded(FormatSection section, decimal scaled) =>
        Math.Round(scaled, UsualDecimals, MidpointRounding.AwayFromZero)
            != Math.Round(section.Rounded(scaled), UsualDecimals, MidpointRounding.AwayFromZero);

    private static string Plain(decimal number) => General.OfNumbers[0].Show(number);

    private static string Date(double days, string number) => days is >= 1 and < 2_958_466
        ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : number;
}
