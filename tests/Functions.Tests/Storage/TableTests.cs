using Ita.Functions.Storage.Tables;
using Ita.Tests;

namespace Ita.Functions.Tests.Storage;

/// <summary>Tests against real tables; each test makes its own.</summary>
[Collection(AzuriteTests.Name)]
public abstract class TableTests(AzuriteStore azurite)
{
    private static int _tables;

    protected AzuriteStore Azurite { get; } = azurite;

    protected async Task<TableClient> NewTableAsync()
    {
        var table = new TableServiceClient(Azurite.ConnectionString).GetTableClient($"Test{Interlocked.Increment(ref _tables)}");
        await table.CreateIfNotExistsAsync();
        return table;
    }

    /// <summary>100-entity transactions until all are in.</summary>
    protected static async Task AddAllAsync(TableClient table, IEnumerable<TableEntity> entities)
    {
        foreach (var batch in entities.Select(Add).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch);
        }
    }

    protected static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    protected static async Task<List<TableEntity>> AllAsync(TableClient table, string? filter = null)
    {
        var entities = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter))
        {
            entities.Add(entity);
        }

        return entities;
    }
}
