using System.Text.Json.Nodes;

namespace Ita.App.Settings;

/// <summary>The form of the settings: which field is which member of the API's body.</summary>
internal static class SettingsForm
{
    private const string Checked = "true";

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["addressee"] = "เรียน (บันทึกข้อความ)",
        ["circularAddressee"] = "เรียน (หนังสือเวียน)",
        ["unit"] = "ส่วนราชการ",
        ["telephone"] = "โทรศัพท์",
        ["lowLimit"] = "เกณฑ์ล่าง",
        ["highLimit"] = "เกณฑ์บน",
        ["address"] = "ที่ตั้ง",
        ["signatories"] = "ผู้ลงนาม",
        ["position"] = "ตำแหน่งผู้ลงนาม",
        ["name"] = "ชื่อผู้ลงนาม",
    };

    private static readonly FormShape Shape = new(
        ["addressee", "circularAddressee", "unit", "telephone"],
        ["lowLimit", "highLimit"],
        ["address"],
        [("signatories", ["position", "name"])],
        Labels);

    /// <summary>The kinds of documents with digits of their own; null for all kinds.</summary>
    public static ImmutableArray<string?> DigitKinds { get; } = [null, .. DocumentKinds.All.Select(kind => kind.Code)];

    /// <summary>The field with the digits of a kind of document.</summary>
    public static string DigitsField(string? kind) => $"digits-{kind ?? "all"}";

    /// <summary>The field that says whether a chapter is printed.</summary>
    public static string ChapterField(ReportChapter chapter) => $"chapter-{chapter.Code}";

    public static Outcome<ReportSettings> Read(IFormCollection form) =>
        SettingsCheck.Check(JsonBody.Read<ReportSettings>(JsonSerializer.SerializeToElement(Body(form)), SettingsCheck.Invalid));

    /// <summary>The form with stored settings.</summary>
    public static FormView Filled(ReportSettings settings) =>
        new(Fields(JsonSerializer.SerializeToNode(settings, ApiJson.Options)!.AsObject(), settings.Prints), []);

    /// <summary>The form as it was posted, with what is wrong with it.</summary>
    public static FormView Again(IFormCollection form, Refusal refusal) =>
        new(Fields(Body(form), chapter => form[ChapterField(chapter)] == Checked), Shape.Faults(refusal));

    private static JsonObject Body(IFormCollection form)
    {
        var body = Shape.ToBody(form);
        body["digits"] = new JsonArray(
        [
            .. from kind in DigitKinds
               let digits = form[DigitsField(kind)].ToString()
               where digits.Length > 0
               select new JsonObject { ["digits"] = digits, ["kind"] = kind },
        ]);
        body["chapters"] = new JsonArray(
        [
            .. from chapter in ReportChapter.All
               let isPrinted = form[ChapterField(chapter)] == Checked
               where isPrinted != chapter.IsUsual
               select new JsonObject { ["chapter"] = chapter.Code, ["printed"] = isPrinted },
        ]);
        return body;
    }

    private static ImmutableDictionary<string, string> Fields(JsonObject body, Predicate<ReportChapter> isPrinted) => Shape.ToFields(body)
        .SetItems(body["digits"]!.AsArray().Select(
            one => KeyValuePair.Create(DigitsField(one!["kind"]?.ToString()), one["digits"]!.ToString())))
        .SetItems(ReportChapter.All.Where(chapter => isPrinted(chapter)).Select(chapter => KeyValuePair.Create(ChapterField(chapter), Checked)));
}
