using Ita.Intake;
using Ita.Intake.Forms;

namespace Ita.App.Uploads;

/// <summary>The Thai names of an upload's statuses and kinds on the pages.</summary>
internal static class UploadWords
{
    public static string Of(UploadStatus status) => status switch
    {
        UploadStatus.Received => "รับไฟล์แล้ว รออ่าน",
        UploadStatus.Processing => "กำลังอ่าน",
        UploadStatus.Accepted => "รับครบทุกแถว",
        UploadStatus.AcceptedWithProblems => "รับแล้ว มีข้อที่ควรดู",
        UploadStatus.Refused => "ไม่รับทั้งไฟล์",
        UploadStatus.Failed => "ระบบขัดข้อง",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A status without a name."),
    };

    /// <summary>The status that a file would have.</summary>
    public static string IfSent(UploadStatus status) => status switch
    {
        UploadStatus.Accepted => "จะรับครบทุกแถว",
        UploadStatus.AcceptedWithProblems => "จะรับ มีข้อที่ควรดู",
        _ => "จะไม่รับทั้งไฟล์",
    };

    /// <summary>The style of a status, see app.css.</summary>
    public static string Style(UploadStatus status) => status switch
    {
        UploadStatus.Accepted => "done",
        UploadStatus.AcceptedWithProblems => "notice",
        UploadStatus.Refused or UploadStatus.Failed => "wrong",
        _ => "",
    };

    /// <param name="kind">The kind in the upload's record; null while it is not known.</param>
    public static string Kind(string? kind) => Enum.TryParse<FileKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known)
        ? FormText.NameOf(known)
        : kind ?? "–";

    /// <param name="encoding">As in the upload's record.</param>
    public static string Encoding(string encoding) => encoding switch
    {
        "utf8" => "UTF-8",
        "utf16LittleEndian" or "utf16BigEndian" => "UTF-16",
        "windows874" => "ภาษาไทยของ Windows (874)",
        _ => encoding,
    };

    public static string Delimiter(string delimiter) => delimiter switch
    {
        "," => "จุลภาค (,)",
        ";" => "อัฒภาค (;)",
        "\t" => "แท็บ",
        "|" => "ขีดตั้ง (|)",
        _ => delimiter,
    };

    public static string Severity(string severity) => severity switch
    {
        "error" => "ผิด",
        "warning" => "ควรดู",
        _ => "แจ้ง",
    };
}
