using Ita.Domain;
using Ita.Domain.Appeals;
using Ita.Domain.Frameworks;
using Ita.Reports.Appeals;

namespace Ita.Reports.Tests.Appeals;

/// <summary>Records of comments, of an invented agency.</summary>
internal static class Records
{
    private static readonly DateTimeOffset Sent = new(2024, 7, 1, 2, 30, 0, TimeSpan.Zero);

    /// <summary>One comment accepted, one declined, one without an answer.</summary>
    public static AppealsModel Three() => Of(
        Comment(1, ["O10", "O12"], CommentState.Accepted, CommentAct.Accept, "พบหลักฐานตามที่อยู่ที่แจ้ง") with
        {
            Evidence = [new("https://www.example.go.th/ita/2567/o10")],
            Scores = [new("O10", 100m)],
            NewVersion = 2,
        },
        Comment(2, ["O15"], CommentState.Declined, CommentAct.Decline, "ข้อมูลที่เผยแพร่เป็นของปีก่อน"),
        Comment(3, ["O20"], CommentState.Lapsed, CommentAct.Lapse, null));

    public static AppealsModel None() => Of();

    private static AppealsModel Of(params AppealComment[] comments) => new(
        new(FiscalYear.FromBuddhistEra(2567), "99999", "องค์การบริหารส่วนตำบลตัวอย่าง", null, "นครพนม", null),
        FiscalYear.FromBuddhistEra(2567),
        FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2567)),
        comments.Length == 0 ? null : new AppealWindow(new(2024, 7, 1), new(2024, 7, 14), new(2024, 7, 31)),
        [.. comments],
        2,
        Sent.AddDays(9));

    private static AppealComment Comment(int number, ImmutableArray<string> items, CommentState state, CommentAct end, string? why) => new(
        number, 1, items, "เผยแพร่ข้อมูลครบถ้วนแล้วก่อนวันสิ้นสุดการประเมิน ขอให้พิจารณาอีกครั้ง", [], state, [], null,
        [
            new(Sent.AddDays(number), AppealRole.Agency, CommentAct.Submit),
            new(Sent.AddDays(number + 5), end == CommentAct.Lapse ? AppealRole.Timer : AppealRole.Assessor, end, why),
        ]);
}
