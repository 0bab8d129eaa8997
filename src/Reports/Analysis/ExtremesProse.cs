namespace Ita.Reports.Analysis;

/// <summary>The sentences about the lowest and highest scores, naming all that tie.</summary>
internal static class ExtremesProse
{
    // Longer lists are replaced by a count.
    private const int Named = 8;

    /// <summary>The sentence about the lowest and highest scores; null when there are none.</summary>
    /// <param name="kind">Thai word for what the scores are of: ตัวชี้วัด, ข้อ.</param>
    /// <param name="name">Returns the name of a score.</param>
    /// <param name="before">Text before the names.</param>
    public static string? Write(
        IReadOnlyCollection<ScoreNode> nodes, string kind, Func<ScoreNode, string> name, string before = "") => Extremes.Find(nodes) switch
        {
            null => null,
            { AreEqual: true, Lowest.Length: 1 } only => $"มี{kind}เดียวที่มีคะแนน คือ {before}{name(only.Lowest[0])} ได้ {ThaiNumber.Points(only.Low)}",
            { AreEqual: true } same => $"ทุก{kind}ได้คะแนนเท่ากัน คือ {ThaiNumber.Points(same.Low)}",
            var ends => $"{kind}ที่ได้คะแนนต่ำสุด{Those(ends.Lowest, kind, name, before)} {Got(ends.Lowest.Length)} {ThaiNumber.Points(ends.Low)} "
                + $"และ{kind}ที่ได้คะแนนสูงสุด{Those(ends.Highest, kind, name, before)} {Got(ends.Highest.Length)} {ThaiNumber.Points(ends.High)}",
        };

    private static string Those(
        IReadOnlyCollection<ScoreNode> nodes, string kind, Func<ScoreNode, string> name, string before) => nodes.Count <= Named
        ? $" คือ {before}{ThaiList.And(nodes.Select(name))}"
        : $"มีจำนวน {ThaiNumber.Count(nodes.Count)} {kind}";

    private static string Got(int count) => count == 1 ? "ได้" : "ได้เท่ากัน";
}
