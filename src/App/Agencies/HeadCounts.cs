namespace Ita.App.Agencies;

/// <summary>The changes of head counts that an agency made itself: the latest 100, in its registry row.</summary>
internal static class HeadCounts
{
    private const string Column = "headCountChanges";

    private const int MostKept = 100;

    private static readonly (Population Population, string Name)[] Counts =
        [(Population.InternalStaff, "internalStaff"), (Population.ExternalStakeholders, "externalStakeholders")];

    public static ImmutableArray<HeadCountChange> Read(TableEntity row) =>
        row.GetString(Column) is { } json ? [.. StoredJson.Read<HeadCountChange[]>(json)] : [];

    /// <summary>Adds the differences between two states of a row. A count that is stated for the first time is no change.</summary>
    public static void Note(TableEntity row, IReadOnlyDictionary<Population, int?> before, DateOnly day)
    {
        var changes = Counts
            .Select(count => (count.Population, From: before.GetValueOrDefault(count.Population), To: row.GetInt32(count.Name)))
            .Where(count => count.From is not null && count.To is not null && count.From != count.To)
            .Select(count => new HeadCountChange(count.Population, count.From!.Value, count.To!.Value, day))
            .ToList();
        if (changes.Count > 0)
        {
            row[Column] = StoredJson.Write(Read(row).Concat(changes).TakeLast(MostKept));
        }
    }

    public static Dictionary<Population, int?> Of(TableEntity? row) =>
        Counts.ToDictionary(count => count.Population, count => row?.GetInt32(count.Name));
}
