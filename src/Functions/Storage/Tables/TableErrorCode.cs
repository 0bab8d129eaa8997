namespace Ita.Functions.Storage.Tables;

/// <summary>
/// The error codes callers decide on, as they stand in <see cref="Azure.RequestFailedException.ErrorCode"/>.
/// Source: "Table service error codes", Azure Storage REST reference.
/// </summary>
public static class TableErrorCode
{
    /// <summary>409: <c>Add</c> met an entity with the same keys.</summary>
    public const string EntityAlreadyExists = "EntityAlreadyExists";

    /// <summary>404: no entity with these keys.</summary>
    public const string ResourceNotFound = "ResourceNotFound";

    /// <summary>409: the table is there already.</summary>
    public const string TableAlreadyExists = "TableAlreadyExists";

    /// <summary>404: no such table; a missing deployment step, never an absent entity.</summary>
    public const string TableNotFound = "TableNotFound";

    /// <summary>412: somebody changed the entity since its ETag was read.</summary>
    public const string UpdateConditionNotSatisfied = "UpdateConditionNotSatisfied";
}
