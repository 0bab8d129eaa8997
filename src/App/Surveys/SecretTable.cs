namespace Ita.App.Surveys;

/// <summary>The random keys of one survey.</summary>
/// <param name="Code">For the agency's code.</param>
/// <param name="Respondents">For personal data and nonces of respondents. Null once the survey is closed.</param>
public sealed record SurveySecrets(byte[] Code, byte[]? Respondents);

/// <summary>Table Secrets: one partition per year, one row per agency.</summary>
/// <remarks>Never cached: once the key of the respondents is deleted from the row, no process has it, and the hashes
/// under it cannot be linked to a person (docs/decisions/0008).</remarks>
public sealed class SecretTable(OpenStorage storage)
{
    private const string Code = "code";
    private const string Respondents = "respondents";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Secrets);

    /// <summary>Null before a period of the survey is first set.</summary>
    public async Task<SurveySecrets?> FindAsync(FiscalYear year, string agency, CancellationToken cancellationToken) =>
        await RowAsync(year, agency, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Creates missing keys when a survey is opened or reopened.</summary>
    public async Task EnsureAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var row = await RowAsync(year, agency, cancellationToken);
        if (row?.GetBinary(Respondents) is not null)
        {
            return;
        }

        var whole = new TableEntity(year.ToString(), TableKey.Escape(agency))
        {
            [Code] = row?.GetBinary(Code) ?? RandomNumberGenerator.GetBytes(SecretHash.KeyBytes),
            [Respondents] = RandomNumberGenerator.GetBytes(SecretHash.KeyBytes),
        };
        await (row is null
            ? Table.AddEntityAsync(whole, cancellationToken)
            : Table.UpdateEntityAsync(whole, row.ETag, TableUpdateMode.Replace, cancellationToken));
    }

    /// <summary>Deletes the key of the respondents.</summary>
    public async Task ForgetRespondentsAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        if (await RowAsync(year, agency, cancellationToken) is { } row && row.GetBinary(Respondents) is not null)
        {
            var rest = new TableEntity(row.PartitionKey, row.RowKey) { [Code] = row.GetBinary(Code) };
            await Table.UpdateEntityAsync(rest, row.ETag, TableUpdateMode.Replace, cancellationToken);
        }
    }

    private async Task<TableEntity?> RowAsync(FiscalYear year, string agency, CancellationToken cancellationToken)
    {
        var row = await Table.FindAsync(year.ToString(), TableKey.Escape(agency), cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    private static SurveySecrets Read(TableEntity row) => new(row.GetBinary(Code)!, row.GetBinary(Respondents));
}
