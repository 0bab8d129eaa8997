namespace Ita.Intake.Kinds.Measures;

/// <summary>The indexes of the columns of a measures file; -1 for columns that it does not have.</summary>
internal sealed record MeasureColumns(
    int Measure, int Issue, int Items, int Steps, int Period, int Responsible, int Monitoring, int Status, int Percent, int Result, int Url)
{
    /// <summary>All that say something of a measure.</summary>
    public ImmutableArray<int> All { get; } = [Measure, Issue, Items, Steps, Period, Responsible, Monitoring, Status, Percent, Result, Url];

    public static MeasureColumns Find(HeaderRow header) => new(
        header.IndexOf(Column.Measure),
        header.IndexOf(Column.Issue),
        header.IndexOf(Column.Item),
        header.IndexOf(Column.Steps),
        header.IndexOf(Column.Period),
        header.IndexOf(Column.Responsible),
        header.IndexOf(Column.Monitoring),
        header.IndexOf(Column.Status),
        header.IndexOf(Column.Percent),
        header.IndexOf(Column.Result),
        header.IndexOf(Column.Url));
}
