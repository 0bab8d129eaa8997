using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.Tests;

namespace Ita.App.Tests.Storage;

/// <summary>Tests on real tables; each test creates its own.</summary>
[Collection(AzuriteTests.Name)]
public abstract class TableTests(AzuriteStore azurite)
{
    private static int tables;

    protected static CancellationToken Stop => CancellationToken.None;

    protected async Task<StoredTable> NewTableAsync()
    {
        var table = Client($"Test{Interlocked.Increment(ref tables)}");
        await table.CreateIfNotExistsAsync();
        return new StoredTable(table);
    }

    /// <summary>A table that was never created.</summary>
    protected StoredTable MissingTable() => new(Client("NeverMade"));

    /// <summary>A table on a port where nothing listens: a call that is sent fails with a different exception than one
    /// refused before sending.</summary>
    protected static StoredTable Unreachable() => new(new TableClient(
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:9/devstoreaccount1;",
        "Agencies",
        new TableClientOptions { Retry = { MaxRetries = 0 } }));

    protected static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    protected static async Task<List<TableEntity>> AllAsync(StoredTable table, string? filter = null) => await table.QueryAsync(filter).ToListAsync();

    protected static async Task<TableEntity> ReadAsync(StoredTable table, string partition, string row) =>
        (await table.FindAsync(partition, row, Stop)).Value!;

    private TableClient Client(string name) => new TableServiceClient(azurite.ConnectionString).GetTableClient(name);
}
