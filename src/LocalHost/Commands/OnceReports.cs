using System.CommandLine.Parsing;

namespace Ita.LocalHost.Commands;

/// <summary>Which reports are written, in which formats and with which digits.</summary>
/// <param name="Digits">Null for the usual digits of each kind.</param>
internal sealed record OnceReports(string[] Kinds, string[] Formats, string? Digits)
{
    /// <summary>The kind of report that covers all agencies of a year.</summary>
    public const string Summary = "summary";

    public const string Pdf = "pdf";
    private const string Word = "docx";

    // Reports of figures; letters and plans are official documents, which have Thai digits.
    private static readonly string[] WithArabicDigits = ["analysis", "check", Summary];

    public IEnumerable<string> OfOneAgency => Kinds.Where(kind => kind != Summary);

    public bool HasSummary => Kinds.Contains(Summary);

    public static OnceReports Of(string kinds, string formats, string? digits, bool isWithoutPdf)
    {
        var wanted = Split(formats).Where(format => !isWithoutPdf || format != Pdf).ToArray();
        return new(wanted.Length == 0 ? [] : Split(kinds), wanted, digits);
    }

    public static void CheckFormats(OptionResult option)
    {
        foreach (var format in Split(option.Tokens.FirstOrDefault()?.Value ?? Pdf).Where(format => format is not (Pdf or Word)))
        {
            option.AddError($"'{format}' is not a format. Formats are {Pdf} and {Word}.");
        }
    }

    public string DigitsOf(string kind) => Digits ?? (WithArabicDigits.Contains(kind) ? "arabic" : "thai");

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
