using Ita.Reports.Analysis;

namespace Ita.Reports.Memos;

/// <summary>The addressees and signatories of an agency's memos and letters, by its type, where neither the letter head nor the settings have
/// any.</summary>
/// <remarks>A position that does not follow from type and name is not guessed: it is หัวหน้าหน่วยงาน.</remarks>
internal static class LetterDefaults
{
    private const string AnyHead = "หัวหน้าหน่วยงาน";
    private const string Capital = "กรุงเทพมหานคร";
    private const string Province = "จังหวัด";
    private const string Office = "สำนักงาน";
    private const string Officer = "เจ้าหน้าที่ผู้รับผิดชอบ";

    // The name of a position is that of the office without สำนักงาน.
    private static readonly string[] OfficesOfAPosition = ["สำนักงานปลัด", "สำนักงานเลขาธิการ", "สำนักงานอัยการสูงสุด", "สำนักงานผู้ตรวจการ"];

    /// <summary>The position of the head of an agency, for example นายกองค์การบริหารส่วนตำบลตัวอย่าง.</summary>
    public static string Head(Agency agency)
    {
        if (LocalBody.Find(agency) is var (body, place))
        {
            return body.Head + place;
        }

        var name = agency.Name?.Trim() ?? "";
        return agency.Type switch
        {
            _ when name == Capital => $"ผู้ว่าราชการ{Capital}",
            _ when ProvinceOf(agency) is { } province => $"ผู้ว่าราชการจังหวัด{province}",
            _ when OfficesOfAPosition.Any(start => name.StartsWith(start, StringComparison.Ordinal)) => name[Office.Length..],
            _ when name.StartsWith("กรม", StringComparison.Ordinal) => $"อธิบดี{name}",
            "สถาบันอุดมศึกษา" when name.Length > 0 => $"อธิการบดี{name}",
            "องค์การมหาชน" when name.Length > 0 => $"ผู้อำนวยการ{name}",
            "รัฐวิสาหกิจ" when name.StartsWith("การ", StringComparison.Ordinal) => $"ผู้ว่าการ{name}",
            "รัฐวิสาหกิจ" when name.StartsWith("องค์การ", StringComparison.Ordinal) => $"ผู้อำนวยการ{name}",
            "รัฐวิสาหกิจ" when name.StartsWith("บริษัท", StringComparison.Ordinal) => $"กรรมการผู้จัดการใหญ่ {name}",
            _ => AnyHead,
        };
    }

    /// <summary>Those to whom a circular letter is sent.</summary>
    public static string Everyone(Agency agency) => agency.Type switch
    {
        _ when LocalBody.Find(agency) is not null => "หัวหน้าสำนัก/ผู้อำนวยการกองทุกกอง",
        _ when ProvinceOf(agency) is not null => "หัวหน้าส่วนราชการทุกส่วนราชการ",
        "กรมหรือเทียบเท่า" => "ผู้อำนวยการสำนัก/กองทุกสำนัก/กอง",
        "สถาบันอุดมศึกษา" => "คณบดี ผู้อำนวยการสำนัก และหัวหน้าหน่วยงานทุกหน่วยงาน",
        _ => "หัวหน้าหน่วยงานภายในทุกหน่วยงาน",
    };

    /// <summary>The lines at the top right of a letter: the name and place of an agency, or the hall of a province.</summary>
    public static ImmutableArray<string> Address(Agency agency) => ProvinceOf(agency) is { } province
        ? [$"ศาลากลางจังหวัด{province}"]
        : [agency.Title, AgencyPlace.Of(agency)];

    /// <summary>The signatories of a memo below the head, lowest position first; one without a position where they are not known.</summary>
    public static ImmutableArray<Signatory> Signatories(Agency agency) =>
        LocalBody.Find(agency) is var (body, place)
            ? [new(Officer), new(body.OfficeHead + place), new(body.Clerk + place)]
            : ProvinceOf(agency) is { } province
                ? [new(Officer), new($"หัวหน้าสำนักงานจังหวัด{province}"), new($"รองผู้ว่าราชการจังหวัด{province}")]
                : [new("")];

    // The province that an agency is, not the one in which it is.
    private static string? ProvinceOf(Agency agency)
    {
        var name = agency.Name?.Trim() ?? "";
        return (agency.Type, name.StartsWith(Province, StringComparison.Ordinal)) switch
        {
            (Province, true) or (null, true) => name[Province.Length..].Trim(),
            (Province, false) => name,
            _ => null,
        };
    }
}
