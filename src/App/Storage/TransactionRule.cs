namespace Ita.App.Storage;

/// <summary>The rules of one transaction.</summary>
/// <remarks>Source: "Performing entity group transactions", Azure Storage REST reference. Checked before sending
/// because Azurite 3.37.0 accepts two partitions, which the service refuses, and because an update without an ETag
/// would be sent as an upsert.</remarks>
internal static class TransactionRule
{
    public const int MaxActions = 100;

    /// <exception cref="ArgumentException">No action or more than 100, two partitions, an invalid key, or an update
    /// without an ETag.</exception>
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
            Check(action, actions[0].Entity.PartitionKey);
        }

        return actions;
    }

    private static void Check(TableTransactionAction action, string partitionKey)
    {
        var entity = action.Entity;
        TableKeyRule.Check(entity.PartitionKey, nameof(entity.PartitionKey));
        TableKeyRule.Check(entity.RowKey, nameof(entity.RowKey));
        if (entity.PartitionKey != partitionKey)
        {
            throw new ArgumentException(
                $"A transaction stays in one partition: '{partitionKey}' and '{entity.PartitionKey}' are two.", nameof(action));
        }

        if (action.ActionType is TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace && action.ETag == default)
        {
            throw new ArgumentException($"The update of '{entity.RowKey}' has no ETag.", nameof(action));
        }
    }
}
