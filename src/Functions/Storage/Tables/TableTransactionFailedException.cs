using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure;

namespace Ita.Functions.Storage.Tables;

/// <summary>A transaction was refused; none of its actions was done.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Made only from an answer of the service.")]
public sealed class TableTransactionFailedException : RequestFailedException
{
    internal TableTransactionFailedException(Response response)
        : base(response, innerException: null, TableErrorParser.Instance) =>
        FailedTransactionActionIndex = IndexIn(TableErrorParser.MessageOf(response));

    /// <summary>The action that failed, counted from 0; null when the service blames none in particular.</summary>
    public int? FailedTransactionActionIndex { get; }

    // The message begins with the index: "7:The specified entity already exists."
    private static int? IndexIn(string? message)
    {
        var colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && int.TryParse(message.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
    }
}
