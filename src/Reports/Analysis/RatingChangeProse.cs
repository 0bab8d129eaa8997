namespace Ita.Reports.Analysis;

/// <summary>The sentences about why the ratings of a year differ from those of earlier years.</summary>
internal static class RatingChangeProse
{
    /// <summary>Null when no earlier year with other ratings is known.</summary>
    public static string? Write(Framework framework)
    {
        var earlier = FrameworkCatalogue.BuiltIn.Years.Where(year => year < framework.Year).OrderDescending().Select(FrameworkCatalogue.BuiltIn.Get)
            .FirstOrDefault(one => one.Rating.Code != framework.Rating.Code);
        if (earlier is null)
        {
            return null;
        }

        var target = ThaiNumber.Plain(framework.Rating.Target.Value);
        return $"ระดับผลการประเมินดังกล่าวใช้แทนระดับ {string.Join(" ", earlier.Rating.Bands.Select(band => band.Name))} "
            + $"ที่ใช้ถึงปีงบประมาณ พ.ศ. {earlier.Year} เพื่อให้การแปลผลสอดคล้องกับค่าเป้าหมายตามแผนแม่บทภายใต้ยุทธศาสตร์ชาติ "
            + "ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ ซึ่งแบ่งหน่วยงานเป็นหน่วยงานที่ผ่านเกณฑ์ค่าเป้าหมาย "
            + $"คือ ได้ {target}\u00a0คะแนนขึ้นไป และหน่วยงานที่ไม่ผ่านเกณฑ์ คือ ได้น้อยกว่า {target}\u00a0คะแนน "
            + "ลดความเข้าใจที่คลาดเคลื่อนในการตีความผลการประเมิน และให้ทราบจากระดับผลการประเมินว่าทุกแบบวัดมีคะแนนถึงเกณฑ์หรือไม่";
    }
}
