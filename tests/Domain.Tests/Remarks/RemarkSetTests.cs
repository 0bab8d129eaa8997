using Ita.Domain.Frameworks;
using Ita.Domain.Remarks;

namespace Ita.Domain.Tests.Remarks;

public class RemarkSetTests
{
    private static readonly Framework Year = FrameworkCatalogue.BuiltIn.Get(FiscalYear.FromBuddhistEra(2566));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    public void Remarks_of_respondents_are_kept_from_five_on(int sent, int kept)
    {
        var set = Assert.Single(RemarkSet.Create(Year, Enumerable.Range(0, sent).Select(one => new Remark("IIT", $"ข้อความ {one}", "I1"))));

        Assert.Equal(("IIT", sent, kept, kept == 0), (set.Instrument, set.Count, set.Shown.Length, set.IsWithheld));
    }

    [Fact]
    public void Each_instrument_is_counted_by_itself()
    {
        var sets = RemarkSet.Create(Year,
        [
            .. Enumerable.Range(0, 4).Select(one => new Remark("IIT", $"{one}", "I1")),
            .. Enumerable.Range(0, 5).Select(one => new Remark("EIT", $"{one}", "E1")),
        ]);

        Assert.Equal([("IIT", true), ("EIT", false)], sets.Select(set => (set.Instrument, set.IsWithheld)));
    }

    [Fact]
    public void A_single_remark_of_an_assessor_is_kept() =>
        Assert.Equal(["ขาดหลักฐาน"], Assert.Single(RemarkSet.Create(Year, [new("OIT", "ขาดหลักฐาน", "O1")])).Shown.Select(one => one.Text));

    [Fact]
    public void The_order_of_the_file_is_lost()
    {
        var items = Year.Items.Where(item => item.Code.StartsWith('E')).Select(item => item.Code).ToList();
        var (first, last) = (items[0], items[^1]);
        Remark[] sent = [.. "ขงกคจ".SelectMany(text => new Remark[] { new("EIT", $"{text}", last), new("EIT", $"{text}", first) })];

        var set = Assert.Single(RemarkSet.Create(Year, sent));

        Assert.Equal(
            new[] { first, last }.SelectMany(item => "กขคงจ".Select(text => $"{item} {text}")), set.Shown.Select(one => $"{one.Item} {one.Text}"));
        Assert.Equal(set.Shown.AsEnumerable(), Assert.Single(RemarkSet.Create(Year, sent.Reverse())).Shown.AsEnumerable());
    }

    [Fact]
    public void A_remark_is_in_the_group_of_its_issue_or_else_of_the_first_issue_of_its_item_or_else_of_its_indicator()
    {
        var (first, second) = (Year.Issues[0], Year.Issues[1]);
        var ofSecond = second.Items.First(item => !first.Items.Contains(item) && item.StartsWith('O'));
        var outside = Year with { Issues = [first with { Items = first.Items.Remove("O1") }] };
        var sets = RemarkSet.Create(
            Year, [new("OIT", "ก", "O1"), new("OIT", "ข", ofSecond), new("OIT", "ค", "O1", second.Number), new("OIT", "ง", "IND10")]);

        var groups = RemarkGroup.Create(Year with { Issues = [first with { Items = ["O1"] }, second with { Items = [ofSecond, "O1"] }] }, sets);
        Assert.Equal(
            [(1, null, first.Title, "ก"), (2, null, second.Title, "คข"), (null, 10, Year.Indicator(10).NameTh, "ง")],
            groups.Select(group => (group.Issue, group.Indicator, group.Title, string.Concat(group.Remarks.Select(one => one.Text)))));

        var without = RemarkGroup.Create(outside with { Issues = [] }, sets);
        Assert.Equal(
            [(2, ""), (null, Year.Indicator(9).NameTh), (null, Year.Indicator(10).NameTh)], without.Select(group => (group.Issue, group.Title)));
    }
}
