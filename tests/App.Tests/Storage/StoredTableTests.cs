using Azure;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.Tests;

namespace Ita.App.Tests.Storage;

/// <summary>The behaviour of a table that the app relies on: the checks it adds, and the behaviour of the
/// package.</summary>
public sealed class StoredTableTests(AzuriteStore azurite) : TableTests(azurite)
{
    [Fact]
    public async Task An_added_row_is_read_back_with_its_version()
    {
        var table = await NewTableAsync();
        var added = await table.AddEntityAsync(new("2569", "A001") { ["Name"] = "เทศบาลตำบลตัวอย่าง" }, Stop);

        var read = await ReadAsync(table, "2569", "A001");

        Assert.Equal("เทศบาลตำบลตัวอย่าง", read.GetString("Name"));
        Assert.Equal(added.Headers.ETag, read.ETag);
    }

    [Fact]
    public async Task Adding_what_exists_fails_with_409()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001"), Stop);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new("2569", "A001"), Stop));

        Assert.Equal((409, "EntityAlreadyExists"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_row_that_does_not_exist_is_an_answer_without_value()
    {
        var table = await NewTableAsync();

        Assert.False((await table.FindAsync("2569", "A001", Stop)).HasValue);
    }

    [Fact]
    public async Task A_missing_table_is_never_taken_for_a_missing_row()
    {
        var table = MissingTable();
        Func<Task>[] calls =
        [
            () => table.FindAsync("p", "r", Stop),
            () => table.DeleteEntityAsync("p", "r", Stop),
            () => table.AddEntityAsync(new("p", "r"), Stop),
            () => table.UpsertEntityAsync(new("p", "r"), TableUpdateMode.Replace, Stop),
            () => AllAsync(table),
        ];

        foreach (var call in calls)
        {
            var fault = await Assert.ThrowsAsync<RequestFailedException>(call);
            Assert.Equal((404, "TableNotFound"), (fault.Status, fault.ErrorCode));
        }
    }

    [Fact]
    public async Task An_update_of_an_older_version_fails_with_412_and_changes_nothing()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001") { ["State"] = "received" }, Stop);
        var stale = await ReadAsync(table, "2569", "A001");
        await table.UpdateEntityAsync(new("2569", "A001") { ["State"] = "validated" }, stale.ETag, TableUpdateMode.Replace, Stop);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new("2569", "A001") { ["State"] = "failed" }, stale.ETag, TableUpdateMode.Replace, Stop));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refused.Status, refused.ErrorCode));
        Assert.Equal("validated", (await ReadAsync(table, "2569", "A001")).GetString("State"));
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused_before_sending()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Unreachable().UpdateEntityAsync(new("2569", "A001"), default, TableUpdateMode.Merge, Stop));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "old", "new")]
    [InlineData(TableUpdateMode.Replace, null, "new")]
    public async Task Merge_keeps_properties_that_are_not_named_and_replace_does_not(TableUpdateMode mode, string? first, string second)
    {
        var table = await NewTableAsync();
        await table.UpsertEntityAsync(new("2569", "upserted") { ["First"] = "old", ["Second"] = "old" }, TableUpdateMode.Replace, Stop);
        await table.UpsertEntityAsync(new("2569", "updated") { ["First"] = "old", ["Second"] = "old" }, TableUpdateMode.Replace, Stop);

        await table.UpsertEntityAsync(new("2569", "upserted") { ["Second"] = "new" }, mode, Stop);
        await table.UpdateEntityAsync(new("2569", "updated") { ["Second"] = "new" }, ETag.All, mode, Stop);

        foreach (var entity in await AllAsync(table))
        {
            Assert.Equal((first, second), (entity.GetString("First"), entity.GetString("Second")));
        }
    }

    [Fact]
    public async Task Deleting_succeeds_also_when_there_is_no_row()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001"), Stop);

        await table.DeleteEntityAsync("2569", "A001", Stop);
        await table.DeleteEntityAsync("2569", "A001", Stop);

        Assert.Empty(await AllAsync(table));
    }

    [Fact]
    public async Task Every_type_of_property_is_read_as_it_was_written()
    {
        var table = await NewTableAsync();
        var at = new DateTimeOffset(2026, 3, 2, 9, 30, 15, TimeSpan.FromHours(7)).AddTicks(1234567);
        await table.AddEntityAsync(
            new("p", "r")
            {
                ["text"] = "ก 1",
                ["int"] = 7,
                ["long"] = 1L << 40,
                ["bool"] = false,
                ["bytes"] = new byte[] { 0, 255 },
                ["at"] = at,
                ["none"] = null,
            },
            Stop);

        var read = await ReadAsync(table, "p", "r");

        Assert.Equal(("ก 1", 7, 1L << 40, false), (read.GetString("text"), read.GetInt32("int"), read.GetInt64("long"), read.GetBoolean("bool")));
        Assert.Equal([0, 255], read.GetBinary("bytes"));
        Assert.Equal(at, read.GetDateTimeOffset("at"));
        Assert.False(read.ContainsKey("none"));
    }

    [Theory]
    [InlineData("it's")]
    [InlineData("') or (PartitionKey ne '")]
    [InlineData("100% ก ข")]
    public async Task A_value_in_a_filter_never_becomes_part_of_the_expression(string name)
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("p", "wanted") { ["Name"] = name }, Stop);
        await table.AddEntityAsync(new("p", "other") { ["Name"] = "other" }, Stop);

        Assert.Equal(
            "wanted",
            Assert.Single(await AllAsync(table, StoredTable.CreateQueryFilter($"PartitionKey eq {"p"} and Name eq {name}"))).RowKey);
    }

    [Fact]
    public async Task A_query_reads_every_page()
    {
        var table = await NewTableAsync();
        foreach (var batch in Enumerable.Range(0, 1_150).Select(n => Add(new("p", $"{n:0000}"))).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch, Stop);
        }

        Assert.Equal(Enumerable.Range(0, 1_150).Select(n => $"{n:0000}"), (await AllAsync(table)).Select(row => row.RowKey));
    }
}
