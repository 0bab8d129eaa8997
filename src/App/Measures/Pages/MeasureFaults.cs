using Ita.Domain.Improvement;

namespace Ita.App.Measures.Pages;

/// <summary>The faults of a measure, each with the field of the form that has it.</summary>
internal static class MeasureFaults
{
    public static Outcome<Measure> Check(Measure measure, Framework framework)
    {
        var faults = MeasureChecks.FindFaults(measure, framework);
        if (!faults.IsEmpty)
        {
            return MeasureRules.Invalid.Because([.. faults.Select(ProblemOf)]);
        }

        return MeasureRules.Check([measure], framework) is { } refusal ? refusal : measure;
    }

    private static Problem ProblemOf(MeasureFault fault) => new($"measure-{Code(fault)}", Severity.Error, Column: FieldOf(fault));

    private static string Code(MeasureFault fault) => fault switch
    {
        MeasureFault.NoTitle => "without-title",
        MeasureFault.UnknownIssue => "issue-unknown",
        MeasureFault.UnknownItem => "item-unknown",
        MeasureFault.PercentOutOfRange => "percent",
        MeasureFault.CarriedOutTooEarly => "too-early",
        MeasureFault.RoundReportedTwice => "round-twice",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A fault without a text."),
    };

    private static string FieldOf(MeasureFault fault) => fault switch
    {
        MeasureFault.NoTitle => "measure",
        MeasureFault.UnknownIssue => "issue",
        MeasureFault.UnknownItem => MeasureForm.Items,
        MeasureFault.PercentOutOfRange => "percent",
        _ => "",
    };
}
