using Ita.Reports.Analysis;

namespace Ita.Reports.FollowUps;

/// <summary>The follow-up prepared for its sections.</summary>
public sealed class FollowUpView(FollowUpModel model)
{
    private readonly FrameworkNames? names = model.Framework is { } framework ? new(framework) : null;

    public FollowUpModel Model => model;

    public string Agency => model.Agency.Title;

    public string Year => model.CarriedOut.ToString();

    /// <summary>Measures that are not cancelled, on which the progress is computed.</summary>
    public IReadOnlyList<Measure> Active { get; } = [.. model.Measures.Where(measure => measure.Status != MeasureStatus.Cancelled)];

    /// <summary>Mean progress in percent; null when there are no measures.</summary>
    public decimal? Progress => Active.Count == 0 ? null : Active.Average(measure => measure.Percent);

    public int Overdue => model.Measures.Count(measure => Rounds(measure).Any(round => round.IsOverdue));

    public int Count(MeasureStatus status) => model.Measures.Count(measure => measure.Status == status);

    public ImmutableArray<RoundState> Rounds(Measure measure) => FollowUp.Compute(measure, model.Today);

    /// <summary>The reporting period: เดือนตุลาคม 2566 – เดือนกันยายน 2567.</summary>
    public string Period => $"เดือน{ThaiDate.Month(model.CarriedOut.Start)} – "
        + $"เดือน{ThaiDate.Month(FollowUp.DueOf(model.Round ?? FollowUpRound.TwelveMonths, model.CarriedOut))}";

    /// <summary>The number of the section with the evidence, after the progress and the measures.</summary>
    public static int EvidenceNumber => 3;

    /// <summary>The number of the section with the scores of the next year.</summary>
    public int EffectsNumber =>
        model.Settings.Prints(ReportChapter.FollowUpEvidence) && !model.Measures.IsEmpty ? EvidenceNumber + 1 : EvidenceNumber;

    /// <summary>The measures with a result, evidence or pictures, with their numbers in the plan.</summary>
    public IEnumerable<(Measure Measure, int Number)> Shown => Numbered.Where(one => HasEvidence(one.Measure));

    /// <summary>The sentence about measures without any evidence; null when all have some.</summary>
    public string? WithoutEvidence
    {
        get
        {
            var numbers = Numbered.Where(one => !HasEvidence(one.Measure)).Select(one => ThaiNumber.Count(one.Number)).ToList();
            return numbers.Count == 0 ? null : numbers.Count == model.Measures.Length
                ? "ยังไม่มีผลการดำเนินการ หลักฐาน และภาพประกอบของทุกมาตรการ"
                : $"มาตรการที่ {ThaiList.And(numbers)} ยังไม่มีผลการดำเนินการ หลักฐาน และภาพประกอบ";
        }
    }

    /// <summary>The pictures of a measure whose files are known.</summary>
    public IReadOnlyList<EvidencePicture> PicturesOf(Measure measure) =>
        [.. measure.Pictures.Where(picture => model.Pictures.ContainsKey(picture.Id))];

    private IEnumerable<(Measure Measure, int Number)> Numbered => model.Measures.Select((measure, index) => (measure, index + 1));

    private bool HasEvidence(Measure measure) =>
        !string.IsNullOrWhiteSpace(measure.Result) || !measure.Evidence.IsEmpty || PicturesOf(measure).Count > 0;

    public string? RoundName => model.Round is { } round ? FollowUpText.Round(round) : null;

    /// <summary>The targets of a measure: items by code, indicators by number.</summary>
    public string For(Measure measure) => ThaiList.Codes(measure.Items.Select(Named));

    public string Named(
        string code) => names?.Brief(new(code)) is { } name && !name.EndsWith($"\u00a0{code}", StringComparison.Ordinal) ? name : code;
}
