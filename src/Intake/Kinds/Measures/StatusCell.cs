using Ita.Domain.Improvement;

namespace Ita.Intake.Kinds.Measures;

/// <summary>Reads how far a measure is, in words; empty is planned.</summary>
internal static class StatusCell
{
    /// <summary>The words of each status, those that problems and forms show first.</summary>
    private static readonly ImmutableArray<(MeasureStatus Status, string[] Words)> Statuses =
    [
        (MeasureStatus.Planned, ["ยังไม่ดำเนินการ", "planned", "ยังไม่ได้ดำเนินการ", "อยู่ในแผน", "not started"]),
        (MeasureStatus.Started, ["อยู่ระหว่างดำเนินการ", "started", "กำลังดำเนินการ", "ระหว่างดำเนินการ", "in progress"]),
        (MeasureStatus.Done, ["ดำเนินการแล้ว", "done", "แล้วเสร็จ", "ดำเนินการแล้วเสร็จ", "เสร็จสิ้น", "completed"]),
        (MeasureStatus.Cancelled, ["ยกเลิก", "cancelled", "canceled"]),
    ];

    private static readonly ImmutableDictionary<string, MeasureStatus> ByWord = Statuses
        .SelectMany(status => status.Words.Select(word => (Word: CellText.Plain(word), status.Status)))
        .ToImmutableDictionary(status => status.Word, status => status.Status, StringComparer.Ordinal);

    public static Reading<MeasureStatus> Read(ReadOnlySpan<byte> cell)
    {
        var plain = CellText.Plain(CellText.Trimmed(cell));
        if (plain.Length == 0)
        {
            return MeasureStatus.Planned;
        }

        return ByWord.TryGetValue(plain, out var status)
            ? status
            : new Fault(ProblemCatalogue.StatusUnknown)
                .With("known", string.Join(", ", Statuses.Select(known => $"{known.Words[0]} ({known.Words[1]})")));
    }

    /// <summary>As a form says it.</summary>
    public static string Words(MeasureStatus status) => Statuses.First(known => known.Status == status).Words[0];
}
