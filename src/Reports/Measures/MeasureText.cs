using Ita.Reports.LineBreaks;

namespace Ita.Reports.Measures;

/// <summary>Prepares texts that an agency wrote about a measure for display.</summary>
public static partial class MeasureText
{
    /// <summary>A title in contents and headings has at most this many letters, without vowels and tones above and below.</summary>
    private const int BriefLetters = 60;

    private static readonly char[] ListMarks = ['-', '–', '•', '*', '·', ' '];

    private const int LongText = 150;
    private const int LongSteps = 300;
    private const int LongCell = 100;

    // A block of more letters fills a third of a page and may be cut over two.
    private const int LongBlock = 500;

    // A row of more letters fills a quarter of a page and may be cut over two.
    private const int LongRow = 700;

    /// <summary>True when a measure is too long for the narrow columns of a table.</summary>
    public static bool IsLong(Measure measure) =>
        measure.Title.Length > LongText || measure.Steps.Sum(step => step.Length) > LongSteps
            || measure.Responsible.Length > LongCell || measure.Period.Length > LongCell || measure.Monitoring.Length > LongCell;

    /// <summary>The class of a row in a block; null for one that is kept on a page.</summary>
    public static string? RowClass(params IEnumerable<string> texts) => texts.Sum(text => text.Length) > LongRow ? "cut" : null;

    /// <summary>The class of a block that shows a measure whole; null for one that may be cut over two pages.</summary>
    public static string? BlockClass(Measure measure) =>
        measure.Title.Length + measure.Steps.Sum(step => step.Length) + measure.Result.Length
            + measure.Reports.Sum(report => report.Result.Length) <= LongBlock ? "whole" : null;

    /// <summary>A title as it is shown in contents and headings: without the mark of a list that it begins with, and whole or cut between two
    /// words.</summary>
    public static string Brief(string written) => ThaiTitle.Cut(written.TrimStart(ListMarks), BriefLetters);

    /// <summary>A step without the number it was written with, because the list adds numbers.</summary>
    public static string Step(string step) => Numbering().Replace(step, "").Trim();

    /// <summary>How a measure is monitored: what the agency wrote, otherwise the two rounds in which every measure is reported.</summary>
    public static string Monitoring(Measure measure) =>
        string.IsNullOrWhiteSpace(measure.Monitoring) ? "รายงานผลรอบ 6 เดือน และรอบ 12 เดือน" : measure.Monitoring;

    /// <summary>The text, or a dash when it is empty.</summary>
    public static string OrDash(string text) => string.IsNullOrWhiteSpace(text) ? ThaiNumber.None : text;

    public static string Missing(MissingField field) => field switch
    {
        MissingField.Period => "ระยะเวลา",
        MissingField.Responsible => "ผู้รับผิดชอบ",
        MissingField.Monitoring => "การกำกับติดตาม",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "A field without a name."),
    };

    public static string Status(MeasureStatus status) => status switch
    {
        MeasureStatus.Planned => "ยังไม่เริ่มดำเนินการ",
        MeasureStatus.Started => "อยู่ระหว่างดำเนินการ",
        MeasureStatus.Done => "ดำเนินการแล้วเสร็จ",
        MeasureStatus.Cancelled => "ยกเลิก",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a name."),
    };

    [GeneratedRegex(@"^\s*(?:\(?[0-9๐-๙]+(?:\.[0-9๐-๙]+)*[.)]\s*|[-•–]\s+)")]
    private static partial Regex Numbering();
}
