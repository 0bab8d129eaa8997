using System.Text;
using Ita.App.Results;
using Ita.App.Storage;
using Ita.Domain;
using Ita.Domain.Assessment;
using Ita.Domain.Frameworks;
using Ita.Domain.Scoring;
using Ita.Intake;
using Ita.Intake.Reading;

namespace Ita.App.Tests.Results;

/// <summary>One file in every format that people send: the results that would be stored are byte for byte the same.
/// The workbooks were saved by the programs in their names, from the figures of <c>scores.csv</c>.</summary>
public sealed class SameContentTests
{
    private const string Folder = "Workbooks";

    private static readonly string Csv = File.ReadAllText(Ita.Tests.Repository.PathOf("tests", "SampleData", Folder, "scores.csv"));

    private static readonly Encoding Thai874 = CodePagesEncodingProvider.Instance.GetEncoding(874)!;

    public static TheoryData<string> Forms => [.. ByForm.Keys];

    public static TheoryData<string> Workbooks => [.. Directory
        .EnumerateFiles(Ita.Tests.Repository.PathOf("tests", "SampleData", Folder), "scores-*.xlsx")
        .Select(path => Path.GetFileName(path)!)
        .Order(StringComparer.Ordinal)];

    private static Dictionary<string, Func<byte[]>> ByForm { get; } = new()
    {
        ["UTF-8 with mark"] = () => Marked(Encoding.UTF8, Csv),
        ["UTF-16 LE"] = () => Marked(Encoding.Unicode, Csv),
        ["UTF-16 BE"] = () => Marked(Encoding.BigEndianUnicode, Csv),
        ["Windows-874"] = () => Thai874.GetBytes(Csv),
        ["semicolons"] = () => Utf8(Csv.Replace(',', ';')),
        ["semicolons, decimal commas"] = () => Utf8(Rows(cells => cells.Select((cell, column) => column == 4 ? cell.Replace('.', ',') : cell), ';')),
        ["semicolons, announced"] = () => Utf8("sep=;\r\n" + Csv.Replace(',', ';')),
        ["tabs"] = () => Utf8(Csv.Replace(',', '\t')),
        ["tabs, UTF-16 LE, as Excel saves Unicode text"] = () => Marked(Encoding.Unicode, Csv.Replace(',', '\t').ReplaceLineEndings("\r\n")),
        ["CRLF"] = () => Utf8(Csv.ReplaceLineEndings("\r\n")),
        ["CRLF, Windows-874"] = () => Thai874.GetBytes(Csv.ReplaceLineEndings("\r\n")),
        ["no last line break"] = () => Utf8(Csv.TrimEnd('\n')),
        ["every cell quoted"] = () => Utf8(Rows(cells => cells.Select(cell => $"\"{cell}\""))),
        ["a quoted cell in the middle"] = () => Utf8(Csv.Replace("TOTAL", "\"TOTAL\"", StringComparison.Ordinal)),
        ["Thai digits"] = () => Utf8(InThaiDigits(Csv)),
        ["Thai digits, Windows-874"] = () => Thai874.GetBytes(InThaiDigits(Csv)),
        ["percent signs"] = () =>
            Utf8(Rows(cells => cells.Select((cell, column) => column == 4 && cell.Contains('.', StringComparison.Ordinal) ? cell + "%" : cell))),
        ["shuffled columns"] = () => Utf8(Rows(cells => [cells[3], cells[5], cells[1], cells[4], cells[0], cells[2]])),
        ["English header"] =
            () => Utf8("fiscal_year,agency_code,agency_name,item,score,respondents" + Csv[Csv.IndexOf('\n', StringComparison.Ordinal)..]),
        ["trailing columns"] = () => Utf8(Rows(cells => [.. cells, "", ""])),
    };

    [Theory, MemberData(nameof(Forms))]
    public async Task A_text_file_has_the_same_result_in_every_encoding_and_layout(string form) => await Same(ByForm[form](), $"{form}.csv");

    [Theory, MemberData(nameof(Workbooks))]
    public async Task A_workbook_gives_the_same_result_whichever_program_saved_it(string file) =>
        await Same(await File.ReadAllBytesAsync(Ita.Tests.Repository.PathOf("tests", "SampleData", Folder, file)), file);

    private static async Task Same(byte[] file, string name)
    {
        var expected = await Results(Utf8(Csv), "scores.csv");

        Assert.Equal(2, expected.Count);
        Assert.Equal(expected, await Results(file, name));
    }

    /// <summary>The content that is stored for each agency, as text, so that a difference is readable.</summary>
    private static async Task<List<string>> Results(byte[] file, string name)
    {
        var outcome = await IntakeReader.ReadAsync(new MemoryStream(file), name, IntakeSettings.Default, FrameworkCatalogue.BuiltIn);
        Assert.DoesNotContain(outcome.Problems, problem => problem.Severity is Severity.Error);
        return [.. outcome.Sheets.Zip(outcome.Agencies, Stored)];
    }

    private static string Stored(ScoreSheet sheet, Agency agency)
    {
        // The same path as an upload: the sheet after merging, and its result.
        var known = KnownSheet.Empty.With(sheet, "upload", DateTimeOffset.UnixEpoch);
        var result = AgencyScorer.Score(FrameworkCatalogue.BuiltIn.Get(sheet.Year), known.ToSheet(sheet.Year, sheet.AgencyCode), agency);
        return StoredJson.Write(known)
            + StoredJson.Write(new StoredResult(1, StoredResult.Draft, "upload", DateTimeOffset.UnixEpoch, "test", null, result));
    }

    private static string Rows(Func<string[], IEnumerable<string>> changed, char delimiter = ',') =>
        string.Concat(Csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => string.Join(delimiter, changed(line.Split(','))) + "\n"));

    private static string InThaiDigits(string text) => string.Concat(text.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign - '0' + '๐') : sign));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Marked(Encoding encoding, string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];
}
