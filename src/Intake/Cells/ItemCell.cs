namespace Ita.Intake.Cells;

/// <summary>Reads which item, indicator, instrument or result a score is of, in one year.</summary>
/// <remarks>
/// Scans turn the letter of a code into a digit: O34 into 034 or ๐๓๔, I19 into 119. Such a code, like a number without its letter,
/// is taken when the year has one item that it can be, and never guessed when it has more. An asterisk behind a code is a footnote's.
/// </remarks>
internal sealed partial class ItemCell(Framework framework, FrameworkCatalogue frameworks)
{
    private const int Suggestions = 3;

    private readonly ItemSpellings spellings = new(framework);

    public Reading<KnownItem> Read(string cell)
    {
        var plain = Bare(CellText.Plain(cell).TrimEnd('*'));
        if (plain.Length == 0)
        {
            return new Fault(ProblemCatalogue.ItemEmpty);
        }

        return (spellings.Find(plain) ?? FindTitled(cell)) is { } known ? known : ReadScanned(plain);
    }

    /// <summary>A code without what people write around it: <c>ข้อ I1</c>, <c>O.34</c>, <c>(I1)</c>, <c>'I1</c>.</summary>
    private static string Bare(string plain) =>
        Code().Match(plain) is { Success: true } match ? match.Groups["letters"].Value + match.Groups["number"].Value : plain;

    [GeneratedRegex(@"^(ข้อที่|ข้อ)?['(]?(?<letters>[a-z]{0,3})\.?(?<number>[0-9]+(\.[0-9]+)?)[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private KnownItem? FindTitled(string cell) => IndicatorTitle.Parse(cell) is { } title && spellings.Find(IndicatorCode(title.Number)) is { } known
        ? known with { Label = title.Label }
        : null;

    private static string IndicatorCode(int number) => CellText.Plain(ScoreKey.Indicator(number).Code);

    private Reading<KnownItem> ReadScanned(string plain) => Readings(plain) switch
    {
        [] => Unknown(plain).With("year", framework.Year.ToString()),
        [var only] => new Reading<KnownItem>(only, new Fault(ProblemCatalogue.ItemReadAs).With("expected", only.Key.Code)),
        var several => new Fault(ProblemCatalogue.AmbiguousItem)
            .With("readings", string.Join(", ", several.Select(item => item.Key.Code)))
            .With("year", framework.Year.ToString()),
    };

    /// <summary>An item of an instrument whose items are not known in this year; null for any other code.</summary>
    private Fault? NotKnown(string plain) =>
        framework.Instruments.FirstOrDefault(one => IsItemOf(one, plain) && !framework.HasItems(one)) is { } instrument
        ? new Fault(ProblemCatalogue.ItemsNotKnown)
            .With("item", plain.ToUpperInvariant())
            .With("instrument", instrument.Code)
            .With("indicators", string.Join(", ", instrument.Indicators.Select(number => ScoreKey.Indicator(number).Code)))
        : null;

    private static bool IsItemOf(Instrument instrument, string plain) =>
        instrument.Parts.Select(part => part.ItemPrefix).Prepend(instrument.ItemPrefix).Any(prefix =>
            plain.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && plain.Length > prefix.Length
                && plain.Skip(prefix.Length).All(char.IsAsciiDigit));

    /// <summary>A code that other years have was taken from a document of theirs: O36 ended with 2566.</summary>
    private static Fault OfOtherYears(string code, IEnumerable<FiscalYear> years) =>
        new Fault(ProblemCatalogue.ItemOfAnotherYear).With("item", code).With("years", string.Join(", ", years));

    private Fault Unknown(string plain) => NotKnown(plain) ?? Scanned(plain).Prepend(plain)
        .Select(spelling => CellText.WithoutZeros(spelling).ToUpperInvariant())
        .Select(code => (Code: code, Years: frameworks.WithItem(code)))
        .Where(other => !other.Years.IsEmpty)
        .Select(other => OfOtherYears(other.Code, other.Years))
        .FirstOrDefault() ?? new Fault(ProblemCatalogue.UnknownItem).With("nearest", Nearest(plain));

    private List<KnownItem> Readings(string plain) => plain.Skip(1).All(char.IsAsciiDigit)
        ? [.. Scanned(plain).Concat(WithoutLetter(plain)).Select(spellings.Find).OfType<KnownItem>().Distinct()]
        : [];

    private static IEnumerable<string> Scanned(string plain) => LetterLike(plain[0]) is { } letter && plain.Length > 1
        ? [letter + plain[1..]]
        : [];

    /// <summary>A number without its letter; not one that starts with 0, which is a scanned O.</summary>
    private IEnumerable<string> WithoutLetter(string plain) => plain[0] is >= '1' and <= '9'
        ? spellings.Instruments.Select(instrument => instrument.ItemPrefix + plain).Select(CellText.Plain)
        : [];

    /// <summary>The letter that looks like this character on paper.</summary>
    private static char? LetterLike(char character) => character switch
    {
        '0' => 'o',
        '1' or 'l' => 'i',
        _ => null,
    };

    private string Nearest(string plain) =>
        string.Join(", ", NearestName.Find(plain, spellings.Codes, CellText.Plain, Suggestions));
}
