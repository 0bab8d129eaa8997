using Azure;
using Azure.Data.Tables;
using Ita.Tests;

namespace Ita.App.Tests.Storage;

public sealed class TableTransactionTests(AzuriteStore azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_hundred_actions_are_done_and_answered_in_order()
    {
        var table = await NewTableAsync();

        var answers = await table.SubmitTransactionAsync(Adds(100), Stop);

        Assert.Equal(100, answers.Value.Count);
        Assert.All(answers.Value, answer => Assert.Equal(204, answer.Status));
        var last = await ReadAsync(table, "เขต 'หนึ่ง'", "ร้อย% 099");
        Assert.Equal(last.ETag, answers.Value[99].Headers.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task No_action_and_a_hundred_and_one_are_refused_before_sending(int count)
    {
        var table = Unreachable();

        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync(Adds(count), Stop));
    }

    [Fact]
    public async Task Two_partitions_are_refused_before_sending()
    {
        var table = Unreachable();

        await Assert.ThrowsAsync<ArgumentException>(() => table.SubmitTransactionAsync([Add(new("2568", "A")), Add(new("2569", "A"))], Stop));
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused_before_sending()
    {
        var table = Unreachable();

        await Assert.ThrowsAsync<ArgumentException>(
            () => table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, New("A"))], Stop));
    }

    [Fact]
    public async Task A_failed_action_is_named_and_nothing_is_written()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(new("เขต 'หนึ่ง'", "ร้อย% 007") { ["State"] = "was here" }, Stop);

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds(20), Stop));

        Assert.Equal(7, failed.FailedTransactionActionIndex);
        Assert.Equal((409, "EntityAlreadyExists"), (failed.Status, failed.ErrorCode));
        Assert.Equal("was here", Assert.Single(await AllAsync(table)).GetString("State"));
    }

    [Fact]
    public async Task Every_kind_of_action_does_what_its_single_call_does()
    {
        var table = await NewTableAsync();
        string[] before = ["update-merge", "update-replace", "upsert-merge", "upsert-replace", "delete"];
        await table.SubmitTransactionAsync(before.Select(key => Add(new TableEntity("p", key) { ["Old"] = 1 })), Stop);

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("add")),
            new(TableTransactionActionType.UpdateMerge, New("update-merge"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, New("update-replace"), ETag.All),
            new(TableTransactionActionType.UpsertMerge, New("upsert-merge")),
            new(TableTransactionActionType.UpsertReplace, New("upsert-replace")),
            new(TableTransactionActionType.UpsertMerge, New("upsert-new")),
            new(TableTransactionActionType.Delete, New("delete")),
        ], Stop);

        var after = (await AllAsync(table)).Select(entity => $"{entity.RowKey}: {entity.GetInt32("Old")}{entity.GetInt32("New")}");
        Assert.Equal(
            ["add: 2", "update-merge: 12", "update-replace: 2", "upsert-merge: 12", "upsert-new: 2", "upsert-replace: 2"], after);
    }

    [Fact]
    public async Task An_update_in_a_transaction_checks_the_version()
    {
        var table = await NewTableAsync();
        await table.AddEntityAsync(New("A"), Stop);
        var stale = await ReadAsync(table, "p", "A");
        await table.UpsertEntityAsync(New("A"), TableUpdateMode.Replace, Stop);

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add(New("B")), new(TableTransactionActionType.UpdateReplace, New("A"), stale.ETag)], Stop));

        Assert.Equal((1, 412), (failed.FailedTransactionActionIndex, failed.Status));
    }

    private static TableEntity New(string rowKey) => new("p", rowKey) { ["New"] = 2 };

    private static IEnumerable<TableTransactionAction> Adds(int count) =>
        Enumerable.Range(0, count).Select(n => Add(new("เขต 'หนึ่ง'", $"ร้อย% {n:D3}") { ["Name"] = $"หน่วยงานที่ {n}" }));
}
