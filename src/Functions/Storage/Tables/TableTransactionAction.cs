using Azure;

namespace Ita.Functions.Storage.Tables;

/// <summary>What a transaction does to one entity.</summary>
public enum TableTransactionActionType
{
    Add,
    UpdateMerge,
    UpdateReplace,
    Delete,
    UpsertMerge,
    UpsertReplace,
}

/// <summary>One step of a transaction.</summary>
/// <param name="ActionType">What to do.</param>
/// <param name="Entity">The entity; of a Delete only its keys matter.</param>
/// <param name="ETag">
/// The version an update expects, to be given, <see cref="ETag.All"/> for any; or a delete, any when not given. Add and upsert have
/// none. Other than alone, a delete of an absent entity fails.
/// </param>
public sealed record TableTransactionAction(TableTransactionActionType ActionType, TableEntity Entity, ETag ETag = default);
