using System.CommandLine.Parsing;
using System.Text.Json;

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

    /// <summary>The kinds that can be written, in the order in which they are named.</summary>
    public static IReadOnlyList<string> KnownKinds { get; } =
        ["analysis", "measures", "follow-up", "memo", "follow-up-memo", "circular", "check", "appeals", Summary];

    public IEnumerable<string> OfOneAgency => Kinds.Where(kind => kind != Summary);

    public bool HasSummary => Kinds.Contains(Summary);

    public static OnceReports Of(string kinds, string formats, string? digits, bool isWithoutPdf)
    {
        var wanted = Split(formats).Where(format => !isWithoutPdf || format != Pdf).ToArray();
        return new(wanted.Length == 0 ? [] : Split(kinds), wanted, digits);
    }

    public static void CheckKinds(OptionResult option)
    {
        foreach (var kind in option.Tokens.SelectMany(token => Split(token.Value)).Where(kind => !KnownKinds.Contains(kind)))
        {
            option.AddError($"'{kind}' is not a kind of report. Kinds are {string.Join(", ", KnownKinds)}.");
        }
    }

    public static void CheckFormats(OptionResult option)
    {
        foreach (var format in option.Tokens.SelectMany(token => Split(token.Value)).Where(format => format is not (Pdf or Word)))
        {
            option.AddError($"'{format}' is not a format. Formats are {Pdf} and {Word}.");
        }
    }

    /// <param name="kind">The kind of report.</param>
    /// <param name="settings">The agency's settings, which <see cref="Digits"/> overrides; null for a report of many agencies.</param>
    public string DigitsOf(string kind, JsonElement? settings) =>
        Digits ?? Set(kind, settings) ?? (WithArabicDigits.Contains(kind) ? "arabic" : "thai");

    // Digits that are set for the kind, or else for all kinds.
    private static string? Set(string kind, JsonElement? settings)
    {
        var choices = settings?.GetProperty("digits").EnumerateArray().ToList() ?? [];
        var found = choices.Find(one => one.GetProperty("kind").GetString() == kind) is { ValueKind: JsonValueKind.Object } own
            ? own
            : choices.Find(one => one.GetProperty("kind").ValueKind == JsonValueKind.Null);
        return found.ValueKind == JsonValueKind.Object ? found.Text("digits") : null;
    }

    private static string[] Split(string words) => words.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
