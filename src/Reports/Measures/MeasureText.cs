namespace Ita.Reports.Measures;

/// <summary>Prepares texts that an agency wrote about a measure for display.</summary>
internal static partial class MeasureText
{
    /// <summary>A step without the number it was written with, because the list adds numbers.</summary>
    public static string Step(string step) => Numbering().Replace(step, "").Trim();

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
