namespace Ita.App.Surveys;

/// <summary>The stored one-time password of one subject, and the wrong digits that were sent for it. A subject that never asked has a row too
/// once digits are sent for it, so that an attempt takes the same requests in every state.</summary>
/// <param name="Claim">While the subject's sheet is being stored, a keyed hash of the sheet's nonce: a client that
/// has the nonce can complete the interrupted post, and without the nonce the sheet cannot be found. Empty before and
/// after.</param>
public sealed record StoredPassword(OneTimePassword Password, string Claim, ETag? ETag)
{
    /// <summary>The first time that a table can store.</summary>
    public static DateTimeOffset NeverSent { get; } = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What the digits were computed from; null in rows of older versions and after use.</summary>
    public PasswordSeed? Seed { get; init; }

    /// <summary>The row of a subject that never asked for a password.</summary>
    public static StoredPassword None { get; } = new(new("", NeverSent), "", null);
}

/// <summary>What the digits of a password are computed from, together with the key of the respondents. The same seed gives the same digits, so
/// that a password can be sent again without being stored (docs/decisions/0052).</summary>
/// <param name="Text">Random.</param>
public sealed record PasswordSeed(string Text, DateTimeOffset MadeAt)
{
    /// <summary>How long a further request gets the same digits.</summary>
    public static TimeSpan UsedFor { get; } = TimeSpan.FromMinutes(1);

    private const int Bytes = 16;

    public static PasswordSeed New(DateTimeOffset now) => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)), now);

    public bool IsUsable(DateTimeOffset now) => now >= MadeAt && now - MadeAt < UsedFor;
}

/// <summary>Table Passwords: one partition per year, agency and survey, one row per keyed hash of a subject. Deleted
/// when the survey closes.</summary>
public sealed class PasswordTable(OpenStorage storage)
{
    private const string Secret = "secret";
    private const string SentAt = "sentAt";
    private const string AskedFrom = "askedFrom";
    private const string Seed = "seed";
    private const string SeedMadeAt = "seedMadeAt";
    private const string GuessWindow = "guessWindow";
    private const string GuessesBySender = "guesses";
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

    /// <summary>Reduces a used password to the fact that it was used. The digits are kept as their hash, so that the refusal of a later attempt
    /// with them can state that they were used.</summary>
    /// <param name="secret">Keyed hash of the digits.</param>
    /// <param name="explainedFrom">The start of <see cref="OneTimePassword.ExplainedFor"/>, in whole quarters of an hour.</param>
    public async Task FinishAsync(
        FiscalYear year,
        string agency,
        string survey,
        string subject,
        string secret,
        DateTimeOffset explainedFrom,
        CancellationToken cancellationToken)
    {
        try
        {
            var row = new TableEntity(PartitionOf(year, agency, survey), subject) { [IsUsed] = true, [Secret] = secret, [SentAt] = explainedFrom };
            await Table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace, cancellationToken);
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

    private static TableEntity Write(string partition, string subject, StoredPassword stored) => new(partition, subject)
    {
        [Secret] = stored.Password.Secret,
        [SentAt] = stored.Password.SentAt,
        [IsUsed] = stored.Password.IsUsed,
        [Claim] = stored.Claim,
        [AskedFrom] = stored.Password.AskedFrom,
        [GuessWindow] = stored.Password.Guesses.WindowStart,
        [GuessesBySender] = StoredJson.Write(stored.Password.Guesses.Senders),
        [Seed] = stored.Seed?.Text,
        [SeedMadeAt] = stored.Seed?.MadeAt,
    };

    // A used password has its secret and time only, and an older one neither.
    private static StoredPassword Read(TableEntity row) => new(
        new(
            row.GetString(Secret) ?? "",
            row.GetDateTimeOffset(SentAt) ?? StoredPassword.NeverSent,
            row.GetBoolean(IsUsed) ?? false,
            row.GetString(AskedFrom) ?? "")
        {
            Guesses = GuessesOf(row),
        },
        row.GetString(Claim) ?? "",
        row.ETag)
    {
        Seed = row.GetString(Seed) is { } seed && row.GetDateTimeOffset(SeedMadeAt) is { } made ? new(seed, made) : null,
    };

    private static Guesses GuessesOf(TableEntity row) => row.GetString(GuessesBySender) is { } senders
        ? Guesses.None with
        {
            WindowStart = row.GetDateTimeOffset(GuessWindow)!.Value,
            Senders = Guesses.None.Senders.AddRange(StoredJson.Read<Dictionary<string, int>>(senders)),
        }
        : Guesses.None;
}
