namespace Ita.Reports.Analysis;

/// <summary>The agency's total among those of a group of at least ten agencies.</summary>
/// <param name="Name">The group in Thai.</param>
/// <param name="Agencies">Agencies of the group with a total, itself included.</param>
/// <param name="Rank">From 1; equal totals share a rank.</param>
/// <param name="Percentile">0 to 100, unrounded.</param>
/// <param name="Median">The median of the group's totals, unrounded.</param>
public sealed record PeerFigures(string Name, int Agencies, int Rank, decimal Percentile, decimal Median);

/// <summary>The sentences about the comparison with other agencies.</summary>
internal static class PeerProse
{
    /// <summary>What is compared, on which day, and what the figures mean.</summary>
    public static string Method(AnalysisModel model) =>
        (model.PeersAsOf is { } day ? $"เทียบกับผลที่ประกาศแล้วในระบบ ณ วันที่ {ThaiDate.Full(day)} " : "")
            + "เฉพาะกลุ่มที่มีคะแนนรวมตั้งแต่ 10 หน่วยงาน เปอร์เซ็นไทล์ คือ ร้อยละของหน่วยงานที่ได้คะแนนน้อยกว่า "
            + "รวมครึ่งหนึ่งของหน่วยงานที่ได้คะแนนเท่ากัน";
}
