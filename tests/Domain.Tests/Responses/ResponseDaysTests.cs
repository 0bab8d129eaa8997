using Ita.Domain.Responses;

namespace Ita.Domain.Tests.Responses;

public class ResponseDaysTests
{
    [Theory]
    [InlineData("4", "")]
    [InlineData("5", "1-1:5/5")]
    [InlineData("6", "1-1:6/6")]
    [InlineData("4 1", "1-2:5/5")]
    [InlineData("1 1 1 1", "")]
    [InlineData("1 1 1 1 1", "1-5:5/5")]
    [InlineData("5 4 0 1 9", "1-1:5/5 2-4:5/10 5-5:9/19")]
    public void Days_are_one_entry_until_it_has_five_sheets(string sheets, string entries) => Assert.Equal(entries, Group(sheets));

    [Theory]
    [InlineData("5 4", "1-2:9/9")]
    [InlineData("5 5", "1-1:5/5 2-2:5/10")]
    [InlineData("5 0 0 1", "1-4:6/6")]
    [InlineData("5 6 2 0 2", "1-1:5/5 2-5:10/15")]
    public void Last_days_with_too_few_sheets_are_part_of_the_last_entry(string sheets, string entries) => Assert.Equal(entries, Group(sheets));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2567)]
    public void No_entry_is_of_few_and_together_they_are_all_sheets(int seed)
    {
        var random = new Random(seed);
        List<DateOnly> days = [.. Enumerable.Range(0, 200).Select(_ => Day(random.Next(1, 31)))];

        var entries = ResponseDays.Group(days);

        Assert.All(entries, entry => Assert.True(entry.Sheets >= Suppression.FewestPeople));
        Assert.Equal(200, entries.Sum(entry => entry.Sheets));
        Assert.Equal(200, entries[^1].Until);
        Assert.All(entries, entry => Assert.Equal(entry.Sheets, days.Count(day => day >= entry.From && day <= entry.To)));
    }

    // The sheets of the days from the first of the month on, not in the order of the days.
    private static string Group(string sheets)
    {
        var days = sheets.Split(' ').SelectMany((count, day) => Enumerable.Repeat(Day(day + 1), int.Parse(count, CultureInfo.InvariantCulture)));
        return string.Join(' ', ResponseDays.Group([.. days.Reverse()])
            .Select(entry => $"{entry.From.Day}-{entry.To.Day}:{entry.Sheets}/{entry.Until}"));
    }

    private static DateOnly Day(int day) => new(2024, 3, day);
}
