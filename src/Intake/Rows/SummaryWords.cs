namespace Ita.Intake.Rows;

/// <summary>Recognises the names of summary rows: totals, means, extremes, deviations and counts, which belong to no agency.</summary>
/// <remarks>
/// A whole text must consist of such words, or begin or end with one that no agency's name begins or ends with: เทศบาลตำบลรวมไทยพัฒนา and รวมใจ are
/// agencies, รวม 9 แห่ง is not.
/// </remarks>
internal static partial class SummaryWords
{
    /// <summary>A longer text is a remark.</summary>
    private const int Longest = 120;

    private const string Between = @"[.:;*()\[\]/,=~–—+&%'""]*";

    private const string Before = "คะแนน|ค่า|ผล|grand|sub|overall|national|provincial|ita";

    private const string Stems = "รวม|ภาพรวม|ยอดรวม|ผลรวม|ทั้งหมด|ทั้งสิ้น|เฉลี่ย|สูงสุด|ต่ำสุด|มัธยฐาน|ฐานนิยม|พิสัย"
        + "|เบี่ยงเบนมาตรฐาน|ส่วนเบี่ยงเบนมาตรฐาน"
        + "|แปรปรวน|ความแปรปรวน|จำนวน|ร้อยละ|ทั้งจังหวัด|ทั้งประเทศ|ทั่วประเทศ|ระดับประเทศ|ระดับจังหวัด|ทุกหน่วยงาน"
        + "|totals?|sum|average|avg|mean|median|mode|max(?:imum)?|min(?:imum)?|highest|lowest|s\\.?d|std\\.?(?:ev|dev)?|stdev"
        + "|standarddeviation|variance|range|n|count|xbar|x̄|x̅|Σ|σ|overall";

    private const string After = "คะแนน|ค่า|ผล|หน่วยงาน|แห่ง|ของ|ทุก|ที่ประเมิน|ปวง|สุทธิ|สะสม|ถ่วงน้ำหนัก"
        + "|ระดับ|ประเทศ|จังหวัด|อำเภอ|ภาค|และ|กลุ่ม|ประเภท"
        + "|อปท|อบต|อบจ|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วน(?:ตำบล|จังหวัด)?|ปีงบประมาณ|ปี|พ\\.?ศ|มาตรฐาน"
        + "|of|all|the|by|agency|agencies|organi[sz]ations?|scores?|ita|national|country|provinces?|provincial|values?|deviation";

    private const string Number = "(?:(?<=total|average)|(?<![a-z]))[0-9]+(?:\\.[0-9]+)?";

    /// <summary>Whether the text names a summary row.</summary>
    public static bool Are(string text)
    {
        if (text.Length is 0 or > Longest)
        {
            return false;
        }

        var plain = CellText.Plain(text);
        return OnlyWords().IsMatch(plain) || Opening().IsMatch(plain) || OpeningWord().IsMatch(CellText.Trimmed(text));
    }

    [GeneratedRegex(
        $"^{Between}(?:(?:{Before}){Between})*(?:{Stems})(?:{Between}(?:{Stems}|{After}|{Number}))*{Between}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyWords();

    /// <summary>Words with which no agency's name begins or ends, whatever else the text says: <c>เฉลี่ยจังหวัดอ่างทอง</c>.</summary>
    [GeneratedRegex(
        "^(?:(?:ค่า|คะแนน)?เฉลี่ย|(?:ค่า|ส่วน)เบี่ยงเบน|(?:ค่า|คะแนน)(?:สูงสุด|ต่ำสุด)"
            + "|(?:ภาพ)?รวม(?:ทั้ง|จังหวัด|อำเภอ|ภาค)|ทั้งจังหวัด|ระดับ(?:ประเทศ|จังหวัด))|เฉลี่ย$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    /// <summary>A word on its own before others: <c>รวม อ่างทอง</c>, <c>Total Ang Thong</c>.</summary>
    [GeneratedRegex(
        @"^(?:รวม|ภาพรวม|ยอดรวม|ผลรวม|(?:grand\s*|sub[\s-]*)?total|average|mean|overall)[\s:(]+\p{L}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OpeningWord();
}
