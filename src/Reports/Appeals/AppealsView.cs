using Ita.Domain.Appeals;

namespace Ita.Reports.Appeals;

/// <summary>The record of comments prepared for its sections.</summary>
public sealed class AppealsView(AppealsModel model)
{
    private readonly FrameworkNames names = new(model.Framework);

    public AppealsModel Model => model;

    public string Agency => model.Agency.Title;

    /// <summary>How many comments there are and how they ended: 3 ความเห็น รับแล้ว 1 ไม่รับ 2.</summary>
    public string Counts => model.Comments.IsEmpty
        ? "หน่วยงานไม่ได้ส่งความเห็นต่อผลการประเมิน"
        : $"หน่วยงานส่งความเห็นต่อผลการประเมินจำนวน {ThaiNumber.Count(model.Comments.Length)} ความเห็น ได้แก่ "
            + string.Join(' ', model.Comments.GroupBy(comment => comment.State).OrderBy(group => group.Key)
                .Select(group => $"{AppealNames.Of(group.Key)} {ThaiNumber.Count(group.Count())}\u00a0ความเห็น"));

    /// <summary>The days of the year; null when none are set.</summary>
    public string? Days => model.Window is { } window
        ? $"รับความเห็นตั้งแต่วันที่ {ThaiDate.Full(window.Opens)} ถึงวันที่ {ThaiDate.Full(window.Closes)} "
            + $"และตอบภายในวันที่ {ThaiDate.Full(window.AnswersBy)}"
        : null;

    /// <summary>The items that a comment is on, each with its text where the framework has one.</summary>
    public IEnumerable<string> ItemsOf(AppealComment comment) => comment.Items.Select(code =>
        model.Framework.Items.FirstOrDefault(item => item.Code == code) is { Text.Length: > 0 } item
            ? $"ข้อ\u00a0{code} {item.Text}"
            : $"ข้อ\u00a0{code}");

    /// <summary>The changed scores of an accepted comment: ข้อ O10 เป็น 100.00.</summary>
    public string ScoresOf(AppealComment comment) => ThaiList.And(comment.Scores.Select(score =>
        $"{names.Brief(ScoreKey.Parse(score.Item))} เป็น\u00a0{ThaiNumber.Score(score.Score)}"));
}
