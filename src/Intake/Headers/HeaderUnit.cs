namespace Ita.Intake.Headers;

/// <summary>The unit or mark that people put behind a column's name: <c>คะแนน (ร้อยละ)</c>, <c>score %</c>, <c>รหัสหน่วยงาน *</c>.</summary>
internal static class HeaderUnit
{
    private static readonly string[] Units =
    [
        "(%)", "(ร้อยละ)", "(คะแนน)", "(เต็ม100)", "(100คะแนน)", "(เต็ม100คะแนน)", "(คน)", "(พ.ศ.)", "(พศ)", "(be)", "(points)",
        "(ถ้ามี)", "(optional)", "%", "*", ":",
    ];

    /// <summary>A name as the file spells it, without its unit.</summary>
    public static string CutFrom(string text) => Array.Find(Units, CellText.Plain(text).EndsWith) is { } unit
        ? text[..text.LastIndexOf(unit[0])].TrimEnd()
        : text;

    /// <summary>The plain name without its unit; null when it has none.</summary>
    public static string? Without(string plain) => Units.FirstOrDefault(plain.EndsWith) is { } unit ? plain[..^unit.Length] : null;
}
