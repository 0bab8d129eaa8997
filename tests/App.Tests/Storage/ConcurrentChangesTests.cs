using Azure;
using Azure.Data.Tables;
using Ita.App.Results;
using Ita.App.Runs;
using Ita.App.Storage;
using Ita.App.Tests.EndToEnd;
using Ita.App.Tests.Hosting;
using Ita.Domain;

namespace Ita.App.Tests.Storage;

/// <summary>Two processes change one row at the same time: neither change is lost, and none is written over a newer one.</summary>
[Collection(AppTests.Name)]
public sealed class ConcurrentChangesTests(RunningApp running) : IDisposable
{
    private static readonly FiscalYear Year = FiscalYear.FromBuddhistEra(2565);

    private readonly OpenStorage storage = new(running.Storage);

    [Fact]
    public async Task A_version_is_not_published_when_a_newer_one_was_stored_since_it_was_read()
    {
        const string Agency = "PUBLISHEDLATE";
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 80m));
        var table = new ResultTable(storage, new YearLists(storage, TimeProvider.System));
        var read = (await table.FindAsync(Year, Agency, default))!;
        await running.Api.SentAsync(ScoreFile.Whole(Agency, 81m));

        var fault = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.PublishAsync(read.PublishedNow(DateTimeOffset.UnixEpoch, "test", null), default));

        Assert.Equal(412, fault.Status);
        var now = (await table.FindAsync(Year, Agency, default))!;
        Assert.Equal((2, StoredResult.Draft, (int?)null), (now.Version, now.State, now.Published));
    }

    [Fact]
    public async Task A_row_that_changed_since_it_was_read_is_not_replaced()
    {
        var table = storage.Connection.Table(StorageNames.Tables.Agencies);
        await table.AddEntityAsync(new TableEntity("2565", "STALEROW") { ["name"] = "first" }, default);
        var stale = (await table.FindAsync("2565", "STALEROW", default)).Value!.ETag;
        await table.UpdateEntityAsync(new TableEntity("2565", "STALEROW") { ["name"] = "second" }, stale, TableUpdateMode.Replace, default);

        Assert.False(
            await table.TrySubmitAsync([EntityTable.AddOrReplace(new TableEntity("2565", "STALEROW") { ["name"] = "third" }, stale)], default));
        Assert.Equal("second", (await table.FindAsync("2565", "STALEROW", default)).Value!.GetString("name"));
    }

    [Fact]
    public async Task Two_concurrent_changes_of_a_run_are_both_kept()
    {
        var table = new RunTable(storage);
        var order = new RunOrder(Year, new RunScope("จังหวัดพร้อมกัน", null, []), ["result"], false, "arabic");
        var now = DateTimeOffset.UnixEpoch;
        await table.AddAsync(new Run(order.Id, order, "test", now, "2026-03-02", RunControl.Active, 1, RoundMode.Asked, now), default);
        var isChanged = false;

        await table.ChangeAsync(order.Id, run => Interrupted(run with { Step = 7 }), default);

        var found = (await table.FindAsync(order.Id, default))!;
        Assert.Equal((7, RunControl.Paused), (found.Step, found.Control));

        // The first time, another process writes the row between reading and writing.
        Run Interrupted(Run changed)
        {
            if (!isChanged)
            {
                isChanged = true;
                table.ChangeAsync(order.Id, run => run with { Control = RunControl.Paused }, default).GetAwaiter().GetResult();
            }

            return changed;
        }
    }

    public void Dispose() => storage.Dispose();
}
