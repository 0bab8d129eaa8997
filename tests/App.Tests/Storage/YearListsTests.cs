using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.Domain;

namespace Ita.App.Tests.Storage;

/// <summary>Lists of a year are read once, and again after a change by any process or after a minute.</summary>
[Collection(AppTests.Name)]
public sealed class YearListsTests(RunningApp running) : IDisposable
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2563);
    private static readonly CancellationToken Stop = CancellationToken.None;

    private readonly OpenStorage storage = new(running.Storage);
    private int reads;

    [Fact]
    public async Task A_list_is_read_once_while_nothing_changes()
    {
        var lists = new YearLists(storage, TimeProvider.System);

        Assert.Equal([1], await ReadAsync(lists, "Once"));
        Assert.Equal([1], await ReadAsync(lists, "Once"));
    }

    [Fact]
    public async Task A_change_that_another_process_noted_is_seen()
    {
        var (here, there) = (new YearLists(storage, TimeProvider.System), new YearLists(storage, TimeProvider.System));
        Assert.Equal([1], await ReadAsync(here, "Elsewhere"));

        await there.NoteChangeAsync("Elsewhere", Year, Stop);

        Assert.Equal([2], await ReadAsync(here, "Elsewhere"));
        Assert.Equal([2], await ReadAsync(here, "Elsewhere"));
    }

    [Theory]
    [InlineData("Besides", 2564)]
    [InlineData("Beside", 2563)]
    public async Task A_change_of_another_year_or_table_leaves_a_list(string table, int year)
    {
        var lists = new YearLists(storage, TimeProvider.System);
        Assert.Equal([1], await ReadAsync(lists, "Besides"));

        await lists.NoteChangeAsync(table, FiscalYear.FromBuddhistEra(year), Stop);

        Assert.Equal([1], await ReadAsync(lists, "Besides"));
    }

    [Fact]
    public async Task A_change_during_the_reading_is_seen_by_the_next_one()
    {
        var lists = new YearLists(storage, TimeProvider.System);
        await lists.ReadAsync<int>(
            "During",
            Year,
            async stop =>
            {
                await lists.NoteChangeAsync("During", Year, stop);
                return [0];
            },
            Stop);

        Assert.Equal([1], await ReadAsync(lists, "During"));
    }

    [Theory]
    [InlineData(59, 1)]
    [InlineData(60, 2)]
    [InlineData(61, 2)]
    public async Task A_list_is_used_for_less_than_a_minute(int seconds, int expected)
    {
        var lists = new YearLists(storage, new StoppedClock("2026-03-02T00:00:00Z", TimeSpan.FromSeconds(seconds)));
        await ReadAsync(lists, $"Minute{seconds}");

        Assert.Equal([expected], await ReadAsync(lists, $"Minute{seconds}"));
    }

    public void Dispose() => storage.Dispose();

    private async Task<IEnumerable<int>> ReadAsync(YearLists lists, string table) =>
        await lists.ReadAsync<int>(table, Year, _ => ValueTask.FromResult(new List<int> { ++reads }), Stop);
}
