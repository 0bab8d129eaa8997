using System.Buffers;

namespace Ita.App.Storage;

/// <summary>Splits actions of one partition into transactions that the service accepts.</summary>
internal static class TransactionBatches
{
    /// <summary>A transaction may have 4 MiB; the rest is for headers and keys.</summary>
    private const int MostBytes = 3 * 1024 * 1024;

    /// <summary>Keys, types and headers of one action.</summary>
    private const int BytesOfAction = 2_000;

    /// <summary>The length of an escaped character, such as \u0E01.</summary>
    private const int BytesOfEscaped = 6;

    private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\&'+<>`");

    /// <returns>At most <see cref="EntityTable.BatchSize"/> actions each, in their order.</returns>
    public static IEnumerable<IReadOnlyList<TableTransactionAction>> InTransactions(this IEnumerable<TableTransactionAction> actions)
    {
        var batch = new List<TableTransactionAction>(EntityTable.BatchSize);
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = BytesOf(action);
            if (batch.Count == EntityTable.BatchSize || (batch.Count > 0 && bytes + size > MostBytes))
            {
                yield return batch;
                (batch, bytes) = (new(EntityTable.BatchSize), 0);
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private static int BytesOf(TableTransactionAction action) =>
        BytesOfAction + (action.Entity is TableEntity entity ? entity.Select(property => property.Value).OfType<string>().Sum(BytesOf) : 0);

    private static int BytesOf(string text)
    {
        var bytes = 0;
        foreach (var character in text)
        {
            bytes += char.IsAscii(character) && !Escaped.Contains(character) ? 1 : BytesOfEscaped;
        }

        return bytes;
    }
}
