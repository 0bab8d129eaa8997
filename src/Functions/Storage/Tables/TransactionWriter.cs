using System.Buffers;
using System.Text;
using System.Text.Json;
using Azure.Core;

namespace Ita.Functions.Storage.Tables;

/// <summary>Writes a transaction as the multipart body the service reads: a batch holding one change set.</summary>
/// <remarks>
/// The boundaries are constant. They cannot occur in the content: a boundary stands at the start of a line, and neither JSON
/// strings nor escaped addresses can hold a line break.
/// </remarks>
internal sealed class TransactionWriter(TableHttp http, string table)
{
    public const string ContentType = $"multipart/mixed; boundary={Batch}";

    private const string Batch = "batch_ita";
    private const string ChangeSet = "changeset_ita";
    private const string Line = "\r\n";

    private const string Opening =
        $"--{Batch}{Line}Content-Type: multipart/mixed; boundary={ChangeSet}{Line}{Line}";

    private const string PartOpening =
        $"--{ChangeSet}{Line}Content-Type: application/http{Line}Content-Transfer-Encoding: binary{Line}{Line}";

    private const string PartHeaders =
        $" HTTP/1.1{Line}Accept: application/json;odata=minimalmetadata{Line}DataServiceVersion: 3.0;{Line}Prefer: return-no-content{Line}";

    private const string BodyHeader = $"Content-Type: application/json{Line}{Line}";

    private const string Closing = $"--{ChangeSet}--{Line}--{Batch}--{Line}";

    private const int UsualPartSize = 1024;

    public ReadOnlyMemory<byte> Write(IReadOnlyList<TableTransactionAction> actions)
    {
        var buffer = new ArrayBufferWriter<byte>(actions.Count * UsualPartSize);
        using var json = EntityWriter.Over(buffer);
        Text(buffer, Opening);
        foreach (var action in actions)
        {
            WritePart(buffer, json, action);
        }

        Text(buffer, Closing);
        return buffer.WrittenMemory;
    }

    private void WritePart(ArrayBufferWriter<byte> buffer, Utf8JsonWriter json, TableTransactionAction action)
    {
        Text(buffer, PartOpening);
        Text(buffer, $"{MethodOf(action).Method} {AddressOf(action)}{PartHeaders}{ConditionOf(action)}");
        if (action.ActionType != TableTransactionActionType.Delete)
        {
            Text(buffer, BodyHeader);
            json.Reset();
            EntityWriter.Write(json, action.Entity);
        }

        Text(buffer, Line + Line);
    }

    private static RequestMethod MethodOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => RequestMethod.Post,
        TableTransactionActionType.Delete => RequestMethod.Delete,
        TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => RequestMethod.Put,
        _ => RequestMethod.Patch,
    };

    private string AddressOf(TableTransactionAction action)
    {
        var path = action.ActionType == TableTransactionActionType.Add
            ? TablePath.New(table)
            : TablePath.Entity(table, action.Entity.PartitionKey, action.Entity.RowKey);
        return http.Address(path).AbsoluteUri;
    }

    private static string ConditionOf(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpdateReplace =>
            $"{EntityCondition.Header}: {EntityCondition.Of(action.ETag)}{Line}",
        TableTransactionActionType.Delete => $"{EntityCondition.Header}: {EntityCondition.OfOrAny(action.ETag)}{Line}",
        _ => "",
    };

    private static void Text(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);
}
