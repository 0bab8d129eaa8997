using Azure;
using Azure.Data.Tables;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.Faults;

/// <summary>Proves that the proxy produces its faults; otherwise the tests that use it would prove nothing.</summary>
[Collection(AzuriteTests.Name)]
public sealed class FaultProxyTests(AzuriteStore azurite)
{
    [Fact]
    public async Task Without_faults_all_three_services_answer_as_they_do_without_it()
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.ConnectionString, seed: 1);
        var (near, far) = (RunningApp.StorageOf(proxy.ConnectionString), RunningApp.StorageOf(azurite.ConnectionString));
        const string name = "faultsnone";
        await near.Blobs.CreateBlobContainerAsync(name);
        await near.Blobs.GetBlobContainerClient(name).UploadBlobAsync("ก ข/100%.csv", BinaryData.FromString("น้ำ"));
        await near.Queues.CreateQueueAsync(name);
        await near.Queues.GetQueueClient(name).SendMessageAsync("one");
        await near.Tables.CreateTableIfNotExistsAsync(name);
        await near.Tables.GetTableClient(name).AddEntityAsync(new TableEntity("ปี '2569'", "100% ก ข") { ["text"] = "x" });

        Assert.Equal(
            "น้ำ",
            (await far.Blobs.GetBlobContainerClient(name).GetBlobClient("ก ข/100%.csv").DownloadContentAsync()).Value.Content.ToString());
        Assert.Equal("one", (await far.Queues.GetQueueClient(name).ReceiveMessageAsync()).Value.MessageText);
        Assert.Equal("x", (await near.Tables.GetTableClient(name).GetEntityAsync<TableEntity>("ปี '2569'", "100% ก ข")).Value.GetString("text"));
    }

    [Theory]
    [InlineData(Fault.Busy, false)]
    [InlineData(Fault.CutBefore, false)]
    [InlineData(Fault.LostAnswer, true)]
    [InlineData(Fault.CutAfter, true)]
    [InlineData(Fault.Slow, true)]
    public async Task A_fault_occurs_before_or_after_the_write_as_defined(Fault fault, bool isWritten)
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.ConnectionString, seed: 1);
        var name = $"faults{fault}";
        var table = await NewTableAsync(name);
        proxy.Rates = fault switch
        {
            Fault.Busy => new(Busy: 1),
            Fault.CutBefore => new(CutBefore: 1),
            Fault.LostAnswer => new(LostAnswer: 1),
            Fault.CutAfter => new(CutAfter: 1),
            _ => new(Slow: 1),
        };

        var told = await Record.ExceptionAsync(() => Once(proxy.ConnectionString).GetTableClient(name).UpsertEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(fault == Fault.Slow, told is null);
        Assert.Equal(isWritten, (await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        Assert.Equal(1, proxy.Count(fault));
    }

    [Fact]
    public async Task A_conditional_call_clashes_once_and_nothing_is_written()
    {
        await using var proxy = await FaultProxy.StartAsync(azurite.ConnectionString, seed: 1);
        const string name = "faultsclash";
        var etag = (await (await NewTableAsync(name)).AddEntityAsync(new TableEntity("p", "r"))).Headers.ETag!.Value;
        var table = RunningApp.StorageOf(proxy.ConnectionString).Tables.GetTableClient(name);
        proxy.Rates = new(Clash: 1);
        TableTransactionAction[] change = [new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "r") { ["n"] = 1 }, etag)];

        Assert.Equal(412, (await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(change))).Status);
        await table.SubmitTransactionAsync(change);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["n"] = 2 });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        Assert.Equal(412, (await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), read))).Status);
        await table.UpdateEntityAsync(new TableEntity("p", "r"), read);

        Assert.Equal(2, proxy.Count(Fault.Clash));
    }

    [Fact]
    public void The_rates_add_up_to_what_is_drawn()
    {
        var rates = new FaultRates(Busy: 0.1, LostAnswer: 0.2, CutAfter: 0.3);

        Assert.Equal(
            [Fault.Busy, Fault.Busy, Fault.LostAnswer, Fault.LostAnswer, Fault.CutAfter, Fault.None],
            new[] { 0, 0.099, 0.1, 0.299, 0.301, 0.601 }.Select(rates.Drawn));
    }

    private async Task<TableClient> NewTableAsync(string name)
    {
        var tables = RunningApp.StorageOf(azurite.ConnectionString).Tables;
        await tables.CreateTableIfNotExistsAsync(name);
        return tables.GetTableClient(name);
    }

    // Without retries, so that the effect of a single call is visible.
    private static TableServiceClient Once(string connectionString) => new(connectionString, new TableClientOptions { Retry = { MaxRetries = 0 } });
}
