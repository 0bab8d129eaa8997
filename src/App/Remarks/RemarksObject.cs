using Ita.Domain.Remarks;

namespace Ita.App.Remarks;

/// <summary>The remarks about an agency in a year as the API gives them.</summary>
/// <param name="Instruments">One for each instrument that has remarks, in the order of the framework.</param>
/// <param name="Groups">The remarks that are shown: issues first, then indicators.</param>
internal sealed record RemarksObject(
    int FiscalYear, string AgencyCode, ImmutableArray<RemarkCountObject> Instruments, ImmutableArray<RemarkGroupObject> Groups)
{
    public static RemarksObject From(Framework framework, string agency, ImmutableArray<RemarkSet> sets)
    {
        var ordered = RemarkSet.InOrder(framework, sets);
        return new(
            framework.Year.BuddhistEra,
            agency,
            [.. ordered.Select(set => new RemarkCountObject(set.Instrument, set.Count, set.IsWithheld))],
            [.. RemarkGroup.Create(framework, ordered).Select(group => new RemarkGroupObject(
                group.Issue, group.Indicator, group.Title, [.. group.Remarks.Select(one => new RemarkObject(one.Instrument, one.Item, one.Text))]))]);
    }
}

/// <param name="Count">How many were sent.</param>
/// <param name="Withheld">True when none of them is shown, because fewer than five respondents may have written them.</param>
internal sealed record RemarkCountObject(string Instrument, int Count, bool Withheld);

/// <param name="Issue">The number of the issue; null for a group of an indicator.</param>
/// <param name="Indicator">The number of the indicator; null for a group of an issue.</param>
internal sealed record RemarkGroupObject(int? Issue, int? Indicator, string Title, ImmutableArray<RemarkObject> Remarks);

/// <param name="Item">The code of an item or indicator; null for a remark about a whole issue.</param>
/// <param name="Text">With masks in place of personal data.</param>
internal sealed record RemarkObject(string Instrument, string? Item, string Text);
