namespace Ita.App.Surveys;

/// <summary>The stored one-time password of one subject.</summary>
/// <param name="Claim">While the subject's sheet is being stored, a keyed hash of the sheet's nonce: a client that
/// has the nonce can complete the interrupted post, and without the nonce the sheet cannot be found. Empty before and
/// after.</param>
public sealed record StoredPassword(OneTimePassword Password, string Claim, ETag? ETag);

/// <summary>Table Passwords: one partition per year, agency and survey, one row per keyed hash of a subject. Deleted
/// when the survey closes.</summary>
public sealed class PasswordTable(OpenStorage storage)
{
    private const string Secret = "secret";
    private const string SentAt = "sentAt";
    private const string WrongTries = "wrongTries";
    private const string IsUsed = "used";
    private const string Claim = "claim";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Passwords);

    public async Task<StoredPassword?> FindAsync(FiscalYear year, string agency, string survey, string subject, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(PartitionOf(year, agency, survey), subject, cancellationToken);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <returns>False when the row was changed concurrently; nothing is written.</returns>
    public async Task<bool> WriteAsync(
        FiscalYear year, string agency, string survey, string subject, StoredPassword stored, CancellationToken cancellationToken)
    {
        var row = Write(PartitionOf(year, agency, survey), subject, stored);
        try
        {
            await (stored.ETag is { } read
                ? Table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                : Table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException fault)
            when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or StatusCodes.Status404NotFound)
        {
            return false;
        }
    }

    /// <summary>Reduces a used password to the fact that it was used.</summary>
    public async Task FinishAsync(FiscalYear year, string agency, string survey, string subject, CancellationToken cancellationToken)
    {
        try
        {
            await Table.UpdateEntityAsync(Used(PartitionOf(year, agency, survey), subject), ETag.All, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status404NotFound)
        {
            // The survey closed meanwhile and deleted the row.
        }
    }

    /// <summary>Deletes a survey's passwords, and with them the record of who has answered.</summary>
    public Task ForgetAsync(FiscalYear year, string agency, string survey, CancellationToken cancellationToken) =>
        Table.DeletePartitionAsync(PartitionOf(year, agency, survey), cancellationToken);

    private static string PartitionOf(FiscalYear year, string agency, string survey) => TableKey.Escape($"{year}+{agency}+{survey}");

    private static TableEntity Used(string partition, string subject) => new(partition, subject) { [IsUsed] = true };

    private static TableEntity Write(string partition, string subject, StoredPassword stored) => new(partition, subject)
    {
        [Secret] = stored.Password.Secret,
        [SentAt] = stored.Password.SentAt,
        [WrongTries] = stored.Password.WrongTries,
        [IsUsed] = stored.Password.IsUsed,
        [Claim] = stored.Claim,
    };

    // A used password has no other columns.
    private static StoredPassword Read(TableEntity row) => new(
        new(
            row.GetString(Secret) ?? "",
            row.GetDateTimeOffset(SentAt) ?? DateTimeOffset.MinValue,
            row.GetInt32(WrongTries) ?? 0,
            row.GetBoolean(IsUsed) ?? false),
        row.GetString(Claim) ?? "",
        row.ETag);
}
