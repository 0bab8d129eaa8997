namespace Ita.Domain.Ranking;

/// <summary>Why an agency has no total.</summary>
public enum WithoutTotal
{
    /// <summary>By a rule of the year (ไม่ประมวลผล), for example because it did not register.</summary>
    NotProcessed,

    /// <summary>The data are missing or incomplete (ไม่มีข้อมูล).</summary>
    NoData,

    /// <summary>It is not disclosed (ไม่เปิดเผย), because it would reveal what few people answered.</summary>
    Withheld,
}
