namespace Ita.Reports.Memos;

/// <summary>A document that a memo cites and that goes with it.</summary>
public enum MemoAttachment
{
    Result,
    Analysis,
    Plan,
    FollowUp,
}

/// <summary>The documents that go with a memo, and the words with which a paragraph cites one: (เอกสารแนบ 2).</summary>
internal static class MemoAttachments
{
    /// <summary>The documents as the foot of the memo lists them, in order.</summary>
    public static IEnumerable<string> Names(MemoView view) => Of(view.Model).Select(one => Name(view, one));

    /// <summary>The paragraph with the number of the document that it cites; without, when that document does not go with the memo.</summary>
    public static string Cite(MemoView view, string paragraph, MemoAttachment attachment) => Of(view.Model).IndexOf(attachment) is >= 0 and var at
        ? $"{paragraph} (เอกสารแนบ\u00a0{at + 1})"
        : paragraph;

    // A plan and a follow-up without measures say nothing, so they do not go with the memo.
    private static ImmutableArray<MemoAttachment> Of(MemoModel model) => (model.About, model.Measures.IsEmpty) switch
    {
        var (about, none) when about == ReportKind.FollowUp && !none => [MemoAttachment.Result, MemoAttachment.Plan, MemoAttachment.FollowUp],
        var (about, none) when about == ReportKind.Measures && !none => [MemoAttachment.Result, MemoAttachment.Analysis, MemoAttachment.Plan],
        _ => [MemoAttachment.Result, MemoAttachment.Analysis],
    };

    private static string Name(MemoView view, MemoAttachment attachment) => attachment switch
    {
        MemoAttachment.Result => $"ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {view.Model.Result.Year}",
        MemoAttachment.Analysis => ReportKind.Analysis.Title,
        MemoAttachment.Plan => $"{ReportKind.Measures.Title} ปีงบประมาณ พ.ศ. {view.CarriedOut}",
        MemoAttachment.FollowUp => ReportKind.FollowUp.Title,
        _ => throw new ArgumentOutOfRangeException(nameof(attachment), attachment, "A document without a name."),
    };
}
