namespace Ita.Functions.Storage.Tables;

/// <summary>What may stand together in one transaction.</summary>
/// <remarks>
/// Source: "Performing entity group transactions", Azure Storage REST reference. Checked before sending because Azurite
/// accepts two partitions (tried with 3.37.0), which the service does not.
/// </remarks>
internal static class TransactionRule
{
    public const int MaxActions = 100;

    /// <exception cref="ArgumentException">None or more than 100 actions, two partitions, or an illegal key.</exception>
    public static IReadOnlyList<TableTransactionAction> Checked(IEnumerable<TableTransactionAction> transactionActions)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        if (actions.Length is 0 or > MaxActions)
        {
            throw new ArgumentException($"A transaction has 1 to {MaxActions} actions, not {actions.Length}.", nameof(transactionActions));
        }

        foreach (var action in actions)
        {
            ArgumentNullException.ThrowIfNull(action.Entity, nameof(transactionActions));
            CheckKeys(action.Entity, actions[0].Entity.PartitionKey);
        }

        return actions;
    }

    private static void CheckKeys(TableEntity entity, string partitionKey)
    {
        TableKeyRule.Check(entity.PartitionKey, nameof(entity.PartitionKey));
        TableKeyRule.Check(entity.RowKey, nameof(entity.RowKey));
        if (entity.PartitionKey != partitionKey)
        {
            throw new ArgumentException(
                $"A transaction stays in one partition: '{partitionKey}' and '{entity.PartitionKey}' are two.", nameof(entity));
        }
    }
}
