using System.Text.Json.Nodes;
using Ita.Domain.Texts;
using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>The form of the lines of a memo or letter: which field is which member of the API's body.</summary>
internal static class LetterHeadForm
{
    private const string Fields = "addressee, unit, telephone, number, date, subject, signatories, address, contact, copiesTo";

    private static readonly FormShape Shape = new(
        ["addressee", "unit", "telephone", "number", "date", "subject"],
        [],
        ["address", "contact", "copiesTo"],
        [("signatories", ["position", "name"])],
        new Dictionary<string, string>
        {
            ["addressee"] = "เรียน",
            ["unit"] = "ส่วนราชการ",
            ["telephone"] = "โทรศัพท์",
            ["number"] = "ที่",
            ["date"] = "วันที่",
            ["subject"] = "เรื่อง",
            ["address"] = "ที่ตั้ง",
            ["contact"] = "ผู้ติดต่อ",
            ["copiesTo"] = "สำเนาส่ง",
            ["signatories"] = "ผู้ลงนาม",
            ["position"] = "ตำแหน่งผู้ลงนาม",
            ["name"] = "ชื่อผู้ลงนาม",
        });

    /// <summary>The refusal of lines that cannot be stored, without its problems.</summary>
    public static Refusal Invalid { get; } = Refusal.Invalid(
        "head-invalid", ("fields", Fields), ("lines", $"{TextLimits.LetterLines}"), ("letters", $"{TextLimits.LetterLine}"));

    public static Outcome<LetterHead> Read(IFormCollection form) =>
        JsonBody.Read<LetterHead>(JsonSerializer.SerializeToElement(Shape.ToBody(form)), Invalid);

    /// <summary>The form with stored lines.</summary>
    public static FormView Filled(LetterHead head) => new(Shape.ToFields(JsonSerializer.SerializeToNode(head, ApiJson.Options)!.AsObject()), []);

    /// <summary>The form as it was posted, with what is wrong with it.</summary>
    public static FormView Again(IFormCollection form, Refusal refusal) => new(Shape.ToFields(Shape.ToBody(form)), Shape.Faults(refusal));
}
