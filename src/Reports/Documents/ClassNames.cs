namespace Ita.Reports.Documents;

/// <summary>Names of the classes in reports.</summary>
public static class ClassNames
{
    /// <summary>The name in the table column การดำเนินการ.</summary>
    public static string Action(ScoreClass? scoreClass) => scoreClass switch
    {
        ScoreClass.Urgent => "แก้ไขโดยเร่งด่วน",
        ScoreClass.Improve => "พัฒนาให้ดีขึ้น",
        ScoreClass.Keep => "รักษาระดับ",
        _ => ThaiNumber.None,
    };

    /// <summary>The name as a heading.</summary>
    public static string Heading(ScoreClass scoreClass) => scoreClass switch
    {
        ScoreClass.Urgent => "ประเด็นที่เป็นข้อบกพร่องหรือจุดอ่อนที่จะต้องแก้ไขโดยเร่งด่วน",
        ScoreClass.Improve => "ประเด็นที่จะต้องพัฒนาให้ดีขึ้น",
        _ => "จุดแข็งที่ควรรักษาระดับไว้",
    };

    /// <summary>The CSS class, see report.css.</summary>
    public static string Style(ScoreClass? scoreClass) => scoreClass switch
    {
        ScoreClass.Urgent => "urgent",
        ScoreClass.Improve => "improve",
        ScoreClass.Keep => "keep",
        _ => "",
    };

    /// <summary>The range of scores in the class: น้อยกว่า 85.00 คะแนน.</summary>
    public static string Range(ScoreClass scoreClass, ClassThresholds thresholds) => scoreClass switch
    {
        ScoreClass.Urgent => $"น้อยกว่า {ThaiNumber.Points(thresholds.Pass)}",
        ScoreClass.Improve => $"ตั้งแต่ {ThaiNumber.Score(thresholds.Pass)} แต่น้อยกว่า {ThaiNumber.Points(thresholds.Full)}",
        _ => thresholds.Full >= 100 ? $"เต็ม {ThaiNumber.Points(thresholds.Full)}" : $"ตั้งแต่ {ThaiNumber.Points(thresholds.Full)} ขึ้นไป",
    };
}
