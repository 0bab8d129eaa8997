namespace Ita.Functions.Storage.Tables;

/// <summary>Escaped addresses below the account.</summary>
internal static class TablePath
{
    public const string Tables = "/Tables";
    public const string Batch = "/$batch";

    public static string All(string table) => $"/{table}()";

    public static string New(string table) => $"/{table}";

    /// <exception cref="ArgumentException">A key has a character the service refuses.</exception>
    public static string Entity(string table, string partitionKey, string rowKey)
    {
        TableKeyRule.Check(partitionKey, nameof(partitionKey));
        TableKeyRule.Check(rowKey, nameof(rowKey));
        return $"/{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";
    }

    // Doubled for the OData literal first, then percent-escaped for the URL.
    private static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
