using Azure;
using Azure.Data.Tables;
using Ita.App.Storage;
using Ita.Domain;
using Ita.Domain.Responses;

namespace Ita.App.Surveys;

/// <summary>The one-time password of one subject as it is stored.</summary>
/// <param name="Claim">
/// While its sheet is being stored, a keyed hash of the sheet's nonce under a purpose of its own: who has the nonce can go on, and
/// without it nobody finds the sheet. Empty before and after.
/// </param>
public sealed record StoredPassword(OneTimePassword Password, string Claim, ETag? ETag);

/// <summary>Table Passwords: partition year, agency and survey, row the subject's keyed hash. Emptied when the survey closes.</summary>
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

    /// <returns>False when somebody was quicker; nothing is written then.</returns>
    public async Task<bool> WriteAsync(FiscalYear year, string agency, string survey, string subject, StoredPassword stored, CancellationToken cancellationToken)
    {
        var row = Write(PartitionOf(year, agency, survey), subject, stored);
        try
        {
            await (stored.ETag is { } read
                ? Table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellationToken)
                : Table.AddEntityAsync(row, cancellationToken));
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed or StatusCodes.Status404NotFound)
        {
            return false;
        }
    }

    /// <summary>Leaves of a used password only that it was used.</summary>
    public async Task FinishAsync(FiscalYear year, string agency, string survey, string subject, CancellationToken cancellationToken)
    {
        try
        {
            await Table.UpdateEntityAsync(Used(PartitionOf(year, agency, survey), subject), ETag.All, TableUpdateMode.Replace, cancellationToken);
        }
        catch (RequestFailedException fault) when (fault.Status == StatusCodes.Status404NotFound)
        {
            // The survey closed in between, and took it away.
        }
    }

    /// <summary>Throws a survey's passwords away, and with them who has answered.</summary>
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

    // A used one has nothing left but that.
    private static StoredPassword Read(TableEntity row) => new(
        new(
            row.GetString(Secret) ?? "",
            row.GetDateTimeOffset(SentAt) ?? DateTimeOffset.MinValue,
            row.GetInt32(WrongTries) ?? 0,
            row.GetBoolean(IsUsed) ?? false),
        row.GetString(Claim) ?? "",
        row.ETag);
}
