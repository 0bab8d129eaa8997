using Ita.Domain.Scoring;

namespace Ita.Domain.Remarks;

/// <summary>The remarks about one issue, or about one indicator where no issue is known. A remark about an item that a later version of the
/// framework no longer has is in a group without either.</summary>
/// <param name="Issue">The number of the issue; null for a group of an indicator.</param>
/// <param name="Indicator">The number of the indicator; null for a group of an issue.</param>
/// <param name="Title">The title of the issue or indicator; empty for an issue whose title the year does not have.</param>
/// <param name="Remarks">By instrument in the order of the framework, then by item and text.</param>
public sealed record RemarkGroup(int? Issue, int? Indicator, string Title, ImmutableArray<Remark> Remarks)
{
    /// <summary>The groups of all remarks, issues first, by number. Each remark is in one group.</summary>
    /// <remarks>A remark belongs to the issue that it names, or else to the first issue that has its item, or else to the indicator of its
    /// item.</remarks>
    public static ImmutableArray<RemarkGroup> Create(Framework framework, IEnumerable<RemarkSet> sets)
    {
        ArgumentNullException.ThrowIfNull(framework);
        var placed = sets.SelectMany(set => set.Shown).Select(remark => (Place: PlaceOf(framework, remark), remark)).GroupBy(pair => pair.Place);
        return
        [
            .. placed.OrderBy(group => group.Key.Issue ?? int.MaxValue).ThenBy(group => group.Key.Indicator ?? int.MaxValue)
                .Select(group => new RemarkGroup(
                    group.Key.Issue, group.Key.Indicator, TitleOf(framework, group.Key), [.. group.Select(pair => pair.remark)])),
        ];
    }

    private static (int? Issue, int? Indicator) PlaceOf(Framework framework, Remark remark)
    {
        if ((remark.Issue ?? framework.Issues.FirstOrDefault(issue => issue.Items.Contains(remark.Item!))?.Number) is { } issue)
        {
            return (issue, null);
        }

        var item = framework.Items.FirstOrDefault(one => one.Code == remark.Item);
        return (null, item?.Indicator ?? framework.Indicators.FirstOrDefault(one => ScoreKey.Indicator(one.Number).Code == remark.Item)?.Number);
    }

    private static string TitleOf(Framework framework, (int? Issue, int? Indicator) place) => place.Indicator is { } number
        ? framework.Indicator(number).NameTh
        : framework.Issues.FirstOrDefault(issue => issue.Number == place.Issue)?.Title ?? "";
}
