namespace Ita.App.Surveys.Reminding;

/// <summary>Which agency was reminded last on which day: table Deliveries, partition reminders, row year and agency.</summary>
internal sealed class ReminderMarks(OpenStorage storage)
{
    private const string Partition = "reminders";
    private const string Day = "day";

    private StoredTable Table => storage.Connection.Table(StorageNames.Tables.Deliveries);

    /// <summary>Marks an agency as reminded. Called before the letter is sent, so that a process that is killed in between sends none rather than
    /// two.</summary>
    /// <returns>False when it was marked on this day already, by this or another process.</returns>
    public async Task<bool> TakeAsync(FiscalYear year, string agency, DateOnly today, CancellationToken cancellationToken)
    {
        var key = TableKey.Escape(string.Create(CultureInfo.InvariantCulture, $"{year}+{agency}"));
        var day = today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var known = await Table.FindAsync(Partition, key, cancellationToken);
        if (known.HasValue && known.Value!.GetString(Day) == day)
        {
            return false;
        }

        return await Table.TryReplaceAsync(
            new TableEntity(Partition, key) { [Day] = day }, known.HasValue ? known.Value : null, cancellationToken);
    }
}
