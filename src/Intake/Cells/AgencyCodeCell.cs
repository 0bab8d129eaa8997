using System.Buffers;

namespace Ita.Intake.Cells;

/// <summary>Reads the registry's code of an agency: trimmed, with ASCII digits.</summary>
internal static partial class AgencyCodeCell
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static Reading<string> Read(string cell)
    {
        // An apostrophe keeps the zeros of a code that a spreadsheet program would take for a number.
        var written = CellText.WithoutApostrophe(cell);
        if (written.Length == 0)
        {
            return new Fault(ProblemCatalogue.AgencyCodeEmpty);
        }

        return IsPlain(written) ? written : AgencyCodes.Normalize(written) is { } code && IsCode(code)
            ? code
            : new Fault(ProblemCatalogue.AgencyCodeUnusable).With("limit", AgencyCodes.Longest.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsCode(string code) =>
        IsPlain(code) || (code.Any(char.IsLetterOrDigit) && !NumberOrDate().IsMatch(code) && !IsTotal(code));

    /// <summary>The words by which people name a row of totals or means, which is no agency's.</summary>
    private static bool IsTotal(string code) => CellText.Plain(code)
        is "รวม" or "รวมทั้งหมด" or "รวมทั้งสิ้น" or "ผลรวม" or "ทั้งหมด" or "เฉลี่ย"
            or "ค่าเฉลี่ย" or "คะแนนเฉลี่ย" or "total" or "grandtotal" or "sum" or "average" or "mean";

    /// <summary>Whether the code has only digits and Latin letters, as nearly all codes have.</summary>
    private static bool IsPlain(string code) => code.Length <= AgencyCodes.Longest
        && !code.AsSpan().ContainsAnyExcept(LettersAndDigits) && code.AsSpan().ContainsAnyInRange('0', '9');

    private const string Months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        + "|ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.";

    /// <summary>What programs make of a code that they take for a number or a date: 6.15E6, 5150101.0, 2023-03-15; 2-Jan, Jan-02 and 2-ม.ค. of
    /// the code 1-2 or 2-1.</summary>
    [GeneratedRegex(
        @"^([0-9]+\.0+|[0-9]+\.[0-9]+[eE]-?[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + $"|[0-9]{{1,2}}[- ]({Months})([- ][0-9]{{2,4}})?|({Months})[- ][0-9]{{2,4}})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrDate();
}
