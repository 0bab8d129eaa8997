using Azure;
using Ita.Functions.Storage.Tables;
using Ita.Tests;

namespace Ita.Functions.Tests.Storage;

public sealed class TableClientTests(AzuriteStore azurite) : TableTests(azurite)
{
    [Fact]
    public async Task An_added_entity_is_read_back_with_its_version_and_time()
    {
        var table = await NewTableAsync();
        var added = await table.AddEntityAsync(new("2569", "A001") { ["Name"] = "เทศบาลตำบลตัวอย่าง" });

        TableEntity read = await table.GetEntityAsync<TableEntity>("2569", "A001");

        Assert.Equal("เทศบาลตำบลตัวอย่าง", read.GetString("Name"));
        Assert.Equal(added.Headers.ETag, read.ETag);
        Assert.NotNull(read.Timestamp);
    }

    [Fact]
    public async Task Making_a_table_twice_is_no_error()
    {
        var table = await NewTableAsync();

        var again = await table.CreateIfNotExistsAsync();

        Assert.Equal(table.Name, again.Value.Name);
        Assert.Equal(409, again.GetRawResponse().Status);
    }

    [Fact]
    public async Task Adding_what_exists_is_refused()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new("2569", "A001")));

        Assert.Equal((409, TableErrorCode.EntityAlreadyExists), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task An_absent_entity_is_an_answer_to_one_call_and_an_error_to_the_other()
    {
        var table = await NewTableAsync();

        var answer = await table.GetEntityIfExistsAsync<TableEntity>("2569", "nobody");
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("2569", "nobody"));

        Assert.False(answer.HasValue);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
        Assert.Equal((404, TableErrorCode.ResourceNotFound), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_missing_table_is_never_taken_for_an_absent_entity()
    {
        var table = new TableServiceClient(Azurite.ConnectionString).GetTableClient("NeverMade");

        var read = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityIfExistsAsync<TableEntity>("p", "r"));
        var added = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new("p", "r")));

        Assert.Equal((404, TableErrorCode.TableNotFound), (read.Status, read.ErrorCode));
        Assert.Equal((404, TableErrorCode.TableNotFound), (added.Status, added.ErrorCode));
    }

    [Fact]
    public async Task An_update_of_a_version_that_has_passed_is_refused_with_412()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001") { ["State"] = "received" });
        TableEntity stale = await table.GetEntityAsync<TableEntity>("2569", "A001");
        await table.UpdateEntityAsync(new("2569", "A001") { ["State"] = "validated" }, stale.ETag);

        var refused = await Assert.ThrowsAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new("2569", "A001") { ["State"] = "failed" }, stale.ETag));

        Assert.Equal((412, TableErrorCode.UpdateConditionNotSatisfied), (refused.Status, refused.ErrorCode));
        TableEntity kept = await table.GetEntityAsync<TableEntity>("2569", "A001");
        Assert.Equal("validated", kept.GetString("State"));
    }

    [Fact]
    public async Task An_update_without_a_version_is_a_bug_and_with_any_version_is_not()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001"));

        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new("2569", "A001"), default));

        await table.UpdateEntityAsync(new("2569", "A001") { ["State"] = "draft" }, ETag.All);
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, "old", "new")]
    [InlineData(TableUpdateMode.Replace, null, "new")]
    public async Task Merge_keeps_what_is_not_named_and_replace_does_not(TableUpdateMode mode, string? first, string second)
    {
        var table = await NewTableAsync();
        await table.UpsertEntityAsync(new("2569", "upserted") { ["First"] = "old", ["Second"] = "old" });
        await table.UpsertEntityAsync(new("2569", "updated") { ["First"] = "old", ["Second"] = "old" });

        await table.UpsertEntityAsync(new("2569", "upserted") { ["Second"] = "new" }, mode);
        await table.UpdateEntityAsync(new("2569", "updated") { ["Second"] = "new" }, ETag.All, mode);

        foreach (var entity in await AllAsync(table))
        {
            Assert.Equal((first, second), (entity.GetString("First"), entity.GetString("Second")));
        }
    }

    [Fact]
    public async Task Deleting_minds_the_version_and_does_not_mind_absence()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001"));
        TableEntity stale = await table.GetEntityAsync<TableEntity>("2569", "A001");
        await table.UpsertEntityAsync(new("2569", "A001") { ["State"] = "changed" });

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync("2569", "A001", stale.ETag));
        Assert.Equal(412, refused.Status);

        Assert.Equal(204, (await table.DeleteEntityAsync("2569", "A001")).Status);
        Assert.Equal(404, (await table.DeleteEntityAsync("2569", "A001")).Status);
    }

    [Fact]
    public async Task A_selection_brings_only_what_was_asked_for()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("2569", "A001") { ["Wanted"] = 1, ["Unwanted"] = 2 });

        TableEntity read = await table.GetEntityAsync<TableEntity>("2569", "A001", ["Wanted"]);

        Assert.Equal((1, false), (read.GetInt32("Wanted"), read.ContainsKey("Unwanted")));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("with-dash")]
    [InlineData("ตาราง")]
    public void A_name_no_table_can_have_is_refused(string name)
    {
        var service = new TableServiceClient("UseDevelopmentStorage=true");

        Assert.Throws<ArgumentException>(() => service.GetTableClient(name));
    }
}
